using System.Text;
using System.Text.RegularExpressions;
using InterviewPrep.Web.Features.Paper.Layout;
using Microsoft.Extensions.FileProviders;

namespace InterviewPrep.Web.Host.Offline;

/// <summary>Puts the style sheets of a folder into one, in the order of its <c>index.css</c>, so that a page asks once for many small files.</summary>
public static partial class StyleBundle
{
    private static readonly string[] Folders = ["compare", "feedback", "marking", "paper-panel", "sheet", "site", "today"];

    /// <summary>The bundles that pages ask for, by address, with the sheet that imports their parts.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = Folders.ToDictionary(f => $"/css/{f}.css", f => $"/css/{f}/index.css");

    /// <summary>What the program itself knows of a sheet, before what is imported.</summary>
    public static string Known(string address) => address == "/css/sheet.css" ? PageMeasures.Css : "";

    /// <summary>The text of a sheet with everything that it imports.</summary>
    public static string Of(IFileProvider files, string entry) =>
        Import().Replace(Read(files, entry), m => Read(files, new Uri(new Uri($"http://localhost{entry}"), m.Groups["from"].Value).AbsolutePath));

    private static string Read(IFileProvider files, string path)
    {
        using var reader = new StreamReader(files.GetFileInfo(path).CreateReadStream(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("""^@import "(?<from>[^"]+)";\n""", RegexOptions.Multiline)]
    private static partial Regex Import();
}
