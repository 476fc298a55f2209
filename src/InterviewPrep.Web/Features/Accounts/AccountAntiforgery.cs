using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>
/// Antiforgery tokens that belong to the browser, and to an account only where the page was made for one. The framework ties each token to
/// whoever is signed in, so that a page opened before signing in, or in a second tab, could not be sent afterwards. A page of one account is
/// still refused for another.
/// </summary>
public sealed class AccountAntiforgery(IAntiforgery stock) : IAntiforgery
{
    /// <summary>Under this the account of the request stands in its items, while the framework sees nobody.</summary>
    private static readonly object AccountItem = new();

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => AsBrowser(httpContext, () => stock.GetAndStoreTokens(httpContext));

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => AsBrowser(httpContext, () => stock.GetTokens(httpContext));

    public void SetCookieTokenAndHeader(HttpContext httpContext) => AsBrowser(httpContext, () =>
    {
        stock.SetCookieTokenAndHeader(httpContext);
        return true;
    });

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => AsBrowserAsync(httpContext, () => stock.IsRequestValidAsync(httpContext));

    public Task ValidateRequestAsync(HttpContext httpContext) => AsBrowserAsync(httpContext, async () =>
    {
        await stock.ValidateRequestAsync(httpContext);
        return true;
    });

    private static T AsBrowser<T>(HttpContext context, Func<T> work)
    {
        var user = Hide(context);
        try
        {
            return work();
        }
        finally
        {
            context.User = user;
        }
    }

    private static async Task<T> AsBrowserAsync<T>(HttpContext context, Func<Task<T>> work)
    {
        var user = Hide(context);
        try
        {
            return await work();
        }
        finally
        {
            context.User = user;
        }
    }

    private static ClaimsPrincipal Hide(HttpContext context)
    {
        var user = context.User;
        context.Items[AccountItem] = user.ImpersonatorOrSelfId()?.ToString() ?? "";
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
        return user;
    }

    /// <summary>Puts the account into each token, and lets pages of visitors and of the same account through.</summary>
    public sealed class AccountOfPage : IAntiforgeryAdditionalDataProvider
    {
        public string GetAdditionalData(HttpContext context) => (string)context.Items[AccountItem]!;

        public bool ValidateAdditionalData(HttpContext context, string additionalData) =>
            additionalData.Length == 0 || additionalData == (string?)context.Items[AccountItem];
    }
}

public static class AccountAntiforgerySetup
{
    /// <summary>Browsers keep a cookie no longer.</summary>
    public static readonly TimeSpan CookieLifetime = TimeSpan.FromDays(400);

    /// <summary>Adds antiforgery tokens by <see cref="AccountAntiforgery"/>.</summary>
    public static IServiceCollection AddAccountAntiforgery(this IServiceCollection services)
    {
        services.AddAntiforgery();
        var stock = services.Last(d => d.ServiceType == typeof(IAntiforgery)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton<IAntiforgery>(p => new AccountAntiforgery((IAntiforgery)ActivatorUtilities.CreateInstance(p, stock))));
        services.Replace(ServiceDescriptor.Singleton<IAntiforgeryAdditionalDataProvider, AccountAntiforgery.AccountOfPage>());
        return services;
    }
}
