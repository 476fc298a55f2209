using System.Text.Encodings.Web;
using System.Text.Unicode;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Feedback;
using InterviewPrep.Web.Features.LookAs;
using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Overview;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Features.Scans;
using InterviewPrep.Web.Features.Sheets;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace InterviewPrep.Web.Web;

/// <summary>What the site is made of, and the order in which a request passes through it.</summary>
public static class SiteSetup
{
    /// <summary>Largest form, in bytes: four stages of the longest text, percent-encoded.</summary>
    private const int LargestForm = 2 * 1024 * 1024;

    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        services.AddSingleton(s => new ContentStore(
            s.GetRequiredService<IOptions<ContentOptions>>().Value.Folder,
            Path.Combine(s.GetRequiredService<IOptions<DataOptions>>().Value.Folder, "content-last-good")));
        services.AddSingleton<ContentHosting>();
        services.AddHostedService(s => s.GetRequiredService<ContentHosting>());
        services.AddScoped(s => s.GetRequiredService<ContentStore>().Library);
        services.AddScoped<QuestionImport>();
        return services;
    }

    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SiteTime>();
        services.AddSingleton(s => SiteBuild.Read(s.GetRequiredService<IWebHostEnvironment>()));
        services.AddHttpContextAccessor();
        services.AddAccounts();
        services.AddWriteLimits();
        services.AddShell();
        services.AddScoped<DraftSaving>();
        services.AddHostedService<TimeUpHosting>();
        services.AddScoped<RosterAccounts>().AddScoped<AttemptStart>().AddScoped<HandingIn>().AddScoped<TimeUp>().AddScoped<MarkSaving>().AddScoped<RubricChange>().AddScoped<DeskReading>();
        services.AddScoped<ToDoDone>().AddScoped<Pictures>().AddSingleton<PictureMemory>().AddSingleton<IInterceptor, PictureChanges>();
        services.AddSheets();
        services.AddScoped<DraftExport>();
        services.AddScans();
        services.AddDataProtection().SetApplicationName("InterviewPrep").PersistKeysToDbContext<AppDb>();
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<Shell>((o, shell) => (o.Cookie.Name, o.Cookie.SecurePolicy, o.Cookie.Path) = (shell.Cookie("antiforgery"), shell.CookiePolicy, "/"));
        services.AddProblemDetails();
        services.AddHealthChecks().AddDbContextCheck<AppDb>();
        services.AddRazorPages(o => o.RootDirectory = "/Features");
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        services.Configure<FormOptions>(o => o.ValueLengthLimit = LargestForm);
        // Chinese goes over the wire as itself, not as entities three times as long.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    public static WebApplication UseSite(this WebApplication app)
    {
        app.UseShell();
        app.UseExceptionHandler("/error");
        app.UseWhen(c => !c.Request.Path.StartsWithSegments("/api"), html => html.UseStatusCodePagesWithReExecute("/error", "?code={0}"));
        app.UseKnownMethods();
        app.UseOwnFormsOnly();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseVisitorClaim();
        app.UseOwnMeansFirst();
        app.UseReadOnlyWhileLooking();
        app.UseRefusalLog();
        app.UseAuthorization();
        app.UseReadableNulls();
        app.UseAntiforgery();
        app.UseOwnerHeader();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages();
        app.MapDraftApi();
        app.MapSheets();
        app.MapDeskApi();
        app.MapScans();
        app.MapServiceWorker();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        return app;
    }
}
