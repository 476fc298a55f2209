using System.Security.Cryptography;
using System.Text;

namespace InterviewPrep.Web.Host.Offline;

/// <summary>Which build of the site this is, and the files that a page needs beside itself.</summary>
/// <param name="Version">Differs wherever the program or one of the files differs.</param>
/// <param name="Assets">Paths from the root.</param>
public sealed record SiteBuild(string Version, IReadOnlyList<string> Assets)
{
    private const int VersionLength = 12;

    private static readonly string[] Folders = ["/css", "/js", "/lib"], Endings = [".css", ".js"];

    /// <summary>Reads the files once, at the start.</summary>
    public static SiteBuild Read(IWebHostEnvironment environment)
    {
        var files = environment.WebRootFileProvider;
        IEnumerable<string> In(string folder) => files.GetDirectoryContents(folder).Where(f => Endings.Contains(Path.GetExtension(f.Name))).Select(f => $"{folder}/{f.Name}");
        var assets = Folders.SelectMany(In).Append("/icon.svg").Order(StringComparer.Ordinal).ToList();
        var parts = StyleBundle.All.Values.SelectMany(index => In(Path.GetDirectoryName(index)!.Replace('\\', '/'))).Order(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(SiteBuild).Assembly.ManifestModule.ModuleVersionId.ToByteArray());
        foreach (var asset in assets.Concat(parts))
        {
            using var content = files.GetFileInfo(asset).CreateReadStream();
            hash.AppendData(Encoding.UTF8.GetBytes(asset));
            hash.AppendData(SHA256.HashData(content));
        }
        return new SiteBuild(Convert.ToHexStringLower(hash.GetHashAndReset())[..VersionLength], [.. assets, .. Bundles.Addresses]);
    }
}
