using InterviewPrep.Web.Features.Sheets.Word;
using InterviewPrep.Web.Web;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Sheets;

public static class SheetSetup
{
    public static IServiceCollection AddSheets(this IServiceCollection services)
    {
        services.AddSingleton<SheetSigner>();
        services.AddScoped<SheetPrinting>();
        services.AddSingleton<SheetWord>();
        services.AddSingleton<LessonWord>().AddSingleton<PanelWord>();
        return services;
    }

    /// <summary>The Word files, and <c>/logo</c>: the school's picture, where one is set.</summary>
    public static void MapSheets(this IEndpointRouteBuilder routes)
    {
        routes.MapWordFiles();
        routes.MapGet("/logo", (IOptions<SiteOptions> site) => site.Value.Logo is { Length: > 0 } file ? Results.File(Path.GetFullPath(file), SiteOptions.LogoTypes[Path.GetExtension(file)]) : Results.NotFound()).AllowAnonymous();
    }
}
