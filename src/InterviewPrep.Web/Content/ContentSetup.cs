using InterviewPrep.Web.Site;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Content;

public static class ContentSetup
{
    /// <summary>Registers the content files as they were read last.</summary>
    public static IServiceCollection AddContent(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ContentOptions>().Bind(configuration.GetSection("Content"))
            .Validate(o => Directory.Exists(o.Folder), "Content__Folder must be the path of an existing folder with the content files")
            .ValidateOnStart();
        services.AddSingleton(s => new ContentStore(
            s.GetRequiredService<IOptions<ContentOptions>>().Value.Folder,
            Path.Combine(s.GetRequiredService<IOptions<DataOptions>>().Value.Folder, DataOptions.LastGoodContent)));
        services.AddScoped(s => s.GetRequiredService<ContentStore>().Library);
        return services;
    }
}
