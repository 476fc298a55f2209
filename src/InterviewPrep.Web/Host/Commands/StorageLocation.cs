using InterviewPrep.Web.Data;
using InterviewPrep.Web.Site;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Host.Commands;

/// <summary>Says where a command has worked, so that nobody takes another folder or database for it.</summary>
internal static class StorageLocation
{
    public static string Of(IServiceProvider services) =>
        $"data folder {Path.GetFullPath(services.GetRequiredService<IOptions<DataOptions>>().Value.Folder)}, database {DatabaseSetup.Describe(services)}";
}
