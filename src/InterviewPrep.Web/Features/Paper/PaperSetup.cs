using InterviewPrep.Web.Features.Paper.Codes;
using InterviewPrep.Web.Features.Paper.Word;
using InterviewPrep.Web.Site;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Paper;

public static class PaperSetup
{
    public static IServiceCollection AddPaper(this IServiceCollection services)
    {
        services.AddSingleton<SheetSigner>();
        services.AddScoped<SheetPrinting>();
        services.AddSingleton<SheetWord>();
        services.AddSingleton<LessonWord>().AddSingleton<PanelWord>();
        return services;
    }

    /// <summary>The Word files, and <c>/logo</c>: the school's picture, where one is set.</summary>
    public static void MapPaper(this IEndpointRouteBuilder routes)
    {
        routes.MapWordFiles();
        routes.MapGet("/logo", (IOptions<SiteOptions> site) => site.Value.Logo is { Length: > 0 } file ? Results.File(Path.GetFullPath(file), SiteOptions.LogoTypes[Path.GetExtension(file)]) : Results.NotFound()).AllowAnonymous();
    }
}
