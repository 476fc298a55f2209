using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;

namespace InterviewPrep.Web.Host.Offline;

/// <summary>
/// Puts a page's module and all that it imports into one, in their order, so that a page on a slow line asks once instead of sixteen times. Each
/// module keeps a scope of its own, and is read as it lies in <c>wwwroot</c>: there is nothing to build and nothing to forget.
/// </summary>
public static partial class ScriptBundle
{
    /// <summary>The bundles that pages ask for, by address, with the module that each begins with.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string> { ["/js/practice.bundle.js"] = "/js/practice.js" };

    /// <summary>The text of a module with everything that it imports.</summary>
    /// <exception cref="NotSupportedException">A module imports or exports in a way that is not known here.</exception>
    public static string Of(IFileProvider files, string entry)
    {
        var (text, names) = (new StringBuilder(), new Dictionary<string, string>());
        Add(files, entry, text, names);
        return text.ToString();
    }

    private static string Add(IFileProvider files, string path, StringBuilder text, Dictionary<string, string> names)
    {
        if (names.TryGetValue(path, out var known)) return known;
        using var reader = new StreamReader(files.GetFileInfo(path).CreateReadStream());
        var exports = new List<string>();
        var body = Import().Replace(reader.ReadToEnd(), m =>
        {
            var module = Add(files, Resolve(path, m.Groups["from"].Value), text, names);
            return m.Groups["all"].Success ? $"const {m.Groups["all"].Value} = {module};"
                : m.Groups["some"].Success ? $"const {{{m.Groups["some"].Value.Replace(" as ", ": ", StringComparison.Ordinal)}}} = {module};" : "";
        });
        body = Export().Replace(body, m =>
        {
            exports.AddRange(m.Groups["name"].Success ? [m.Groups["name"].Value] : m.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            return m.Groups["declared"].Value;
        });
        if (Unknown().Match(body) is { Success: true } unknown) throw new NotSupportedException($"{path}: {unknown.Value.Trim()}");
        var name = names[path] = $"module{names.Count}";
        text.Append("const ").Append(name).Append(" = (() => {\n").Append(body).Append("\nreturn { ").AppendJoin(", ", exports).Append(" };\n})();\n");
        return name;
    }

    private static string Resolve(string from, string to) =>
        to[0] == '/' ? to : new Uri(new Uri($"http://localhost{from}"), to).AbsolutePath;

    [GeneratedRegex("""^import (?:(?:\* as (?<all>\w+)|\{(?<some>[^}]*)\}) from )?"(?<from>[^"]+)";""", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex("""^export (?:(?<declared>(?:async function|function|class|const) (?<name>\w+))|\{(?<names>[\w, ]+)\};)""", RegexOptions.Multiline)]
    private static partial Regex Export();

    [GeneratedRegex("^(?:import|export|await) .*", RegexOptions.Multiline)]
    private static partial Regex Unknown();
}
