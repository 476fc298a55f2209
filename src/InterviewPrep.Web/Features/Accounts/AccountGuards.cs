using Microsoft.AspNetCore.StaticAssets;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>What holds for every request of somebody signed in, before any page is asked.</summary>
public static class AccountGuards
{
    private const string PasswordPage = "/account/password", SignOutPage = "/account/sign-out";

    /// <summary>Sends whoever came with a login slip to choose a password; everything else waits until that is done.</summary>
    public static IApplicationBuilder UseOwnPasswordFirst(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path;
        if (!context.User.MustChangePassword() || path == PasswordPage || path == SignOutPage || path == "/error" || context.IsForStaticAsset()) return next(context);
        context.Response.Redirect(PasswordPage);
        return Task.CompletedTask;
    });

    internal static bool IsForStaticAsset(this HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}
