namespace InterviewPrep.Web.Features.Accounts.SignIn;

/// <summary>What holds for every request of somebody signed in, before any page is asked.</summary>
public static class CredentialSetup
{
    private const string PasswordPage = "/account/password", PasskeyPage = "/account/passkeys", ConfirmPage = "/account/confirm", SignOutPage = "/account/sign-out";

    /// <summary>
    /// Sends whoever came with a login slip to choose a password, and whoever lacks the passkey that the site wants of them to add one;
    /// everything else waits until that is done.
    /// </summary>
    public static IApplicationBuilder UseCredentialSetup(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path;
        var first = context.User.MustChangePassword() ? PasswordPage : context.User.MustAddPasskey() ? PasskeyPage : null;
        if (first is null || path == first || (first == PasskeyPage && path == ConfirmPage) || path == SignOutPage || path == "/error" || context.IsForEverybody()) return next(context);
        context.Response.Redirect(first);
        return Task.CompletedTask;
    });
}
