using System.Text.Encodings.Web;
using System.Text.Unicode;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.Impersonation;
using InterviewPrep.Web.Features.Accounts.SignIn;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Exams;
using InterviewPrep.Web.Features.Feedback;
using InterviewPrep.Web.Features.Goals;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Features.Lessons;
using InterviewPrep.Web.Features.Marking;
using InterviewPrep.Web.Features.Paper;
using InterviewPrep.Web.Features.Practice;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Features.Recall;
using InterviewPrep.Web.Features.Reports;
using InterviewPrep.Web.Features.Scans;
using InterviewPrep.Web.Features.StudyPlan;
using InterviewPrep.Web.Host.Errors;
using InterviewPrep.Web.Host.Offline;
using InterviewPrep.Web.Host.PublicPages;
using InterviewPrep.Web.Host.Security;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.WebEncoders;

namespace InterviewPrep.Web.Host;

/// <summary>What the site is made of, and the order in which a request passes through it.</summary>
public static class SiteSetup
{
    /// <summary>Largest form, in bytes: four stages of the longest text, percent-encoded.</summary>
    private const int LargestForm = 2 * 1024 * 1024;

    /// <summary>Registers every room, from the bottom of the house to the top.</summary>
    public static IServiceCollection AddRooms(this IServiceCollection services, IConfiguration configuration) => services
        .AddSite(configuration)
        .AddContent(configuration)
        .AddDatabase(configuration)
        .AddAccounts(configuration)
        .AddClasses()
        .AddGoals()
        .AddQuestions()
        .AddLessons()
        .AddDrafts()
        .AddRecall()
        .AddAssignments()
        .AddPractice()
        .AddHandwriting()
        .AddMarking()
        .AddFeedback()
        .AddPaper()
        .AddExams()
        .AddReports()
        .AddScans()
        .AddStudyPlan()
        .AddErrors()
        .AddSecurity()
        .AddRateLimiting()
        .AddOffline()
        .AddPublicPages()
        .AddPageCompression();

    /// <summary>Registers what the framework brings: pages, forms, tokens, health.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddAccountAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<PublicEndpoint>((o, endpoint) => (o.Cookie.Name, o.Cookie.SecurePolicy, o.Cookie.Path, o.Cookie.MaxAge) = (endpoint.Cookie("antiforgery"), endpoint.CookiePolicy, "/", AccountAntiforgerySetup.CookieLifetime));
        services.AddProblemDetails();
        services.AddHealthChecks().AddCheck<SaveCheck>("save");
        services.AddRazorPages(o => o.RootDirectory = "/Features");
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        services.Configure<FormOptions>(o => o.ValueLengthLimit = LargestForm);
        // Chinese goes over the wire as itself, not as entities three times as long.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    public static WebApplication UseSite(this WebApplication app)
    {
        app.UseSecurity();
        app.UseErrors();
        app.UseKnownMethods();
        app.UseOwnFormsOnly();
        app.UseRouting();
        app.UsePublicPages();
        app.UsePageCompression();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseVisitorTransfer();
        app.UseVisitorPresence();
        app.UseCredentialSetup();
        app.UseImpersonationGuard();
        app.UseRefusalLog();
        app.UseUnknownAddresses();
        app.UseAuthorization();
        app.UseReadableNulls();
        app.UseOwnerHeader();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages();
        app.MapDraftApi();
        app.MapPaper();
        app.MapExams();
        app.MapDrawings();
        app.MapMarkingApi();
        app.MapScans();
        app.MapServiceWorker();
        app.MapBundles();
        app.MapWebManifest();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).WithoutPerson();
        app.MapHealthChecks("/health/ready").WithoutPerson();
        return app;
    }
}
