using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace InterviewPrep.Web.Content;

/// <summary>The YAML between the two <c>---</c> lines of a content file, read key by key so that every problem has its line.</summary>
public sealed class FrontMatter
{
    private readonly YamlMappingNode node;
    private readonly ProblemList problems;
    private readonly int offset;
    private readonly HashSet<string> read = [];

    private FrontMatter(YamlMappingNode node, ProblemList problems, int offset) =>
        (this.node, this.problems, this.offset) = (node, problems, offset);

    /// <summary>The line of this mapping in its file.</summary>
    public int Line => node.Start.Line > 0 ? (int)node.Start.Line + offset : 1;

    /// <summary>Splits a file into front matter and body; adds a problem and gives null where there is none.</summary>
    public static (FrontMatter? Front, Body Body) Read(SourceFile file, ProblemList problems)
    {
        var end = file.Text.StartsWith("---\n", StringComparison.Ordinal)
            ? file.Text.IndexOf("\n---", 3, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            problems.Add(1, "the file must begin with front matter between two lines of ---");
            return (null, new Body("", 1));
        }
        var yaml = file.Text[4..(end + 1)];
        var bodyAt = file.Text.IndexOf('\n', end + 1) is var n and >= 0 ? n + 1 : file.Text.Length;
        var body = new Body(file.Text[bodyAt..], yaml.Count(c => c == '\n') + 3);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return (new FrontMatter(root, problems, 1), body);
            problems.Add(2, "the front matter must be a list of keys and values");
        }
        catch (YamlException e)
        {
            problems.Add((int)e.Start.Line + 1, $"YAML: {e.InnerException?.Message ?? e.Message}".ReplaceLineEndings(" "));
        }
        // YamlDotNet's scanner gives up this way on some unfinished brackets.
        catch (InvalidOperationException)
        {
            problems.Add(2, "YAML: the front matter cannot be read; look for an unfinished bracket or quotation mark");
        }
        return (null, body);
    }

    /// <summary>The line of a key, or of the mapping where the key is missing.</summary>
    public int LineOf(string key) => Find(key) is { } found ? (int)found.Start.Line + offset : Line;

    public string Text(string key, bool required = true)
    {
        if (Find(key) is YamlScalarNode { Value: { Length: > 0 } value }) return value.Trim();
        if (required) problems.Add(LineOf(key), $"“{key}” is missing");
        return "";
    }

    /// <summary>A word of a closed list; empty where the key is missing.</summary>
    public string OneOf(string key, IReadOnlyCollection<string> allowed, bool required = false)
    {
        var word = Text(key, required);
        if (word.Length > 0 && !allowed.Contains(word)) problems.Add(LineOf(key), Outside(word, allowed));
        return word;
    }

    /// <summary>Words of a closed list; empty where the key is missing.</summary>
    public IReadOnlyList<string> AllOf(string key, IReadOnlyCollection<string> allowed, bool required = false)
    {
        var words = Words(key, required);
        foreach (var word in words.Where(w => !allowed.Contains(w))) problems.Add(LineOf(key), Outside(word, allowed));
        return words;
    }

    /// <summary>A key that is only ever <c>true</c> where it stands.</summary>
    public bool Flag(string key)
    {
        var text = Text(key, required: false);
        if (text is not ("" or "true")) problems.Add(LineOf(key), $"“{key}” is true, or is left out");
        return text == "true";
    }

    public int Number(string key, int min, int max)
    {
        var text = Text(key);
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max) return value;
        if (text.Length > 0) problems.Add(LineOf(key), $"“{key}” must be a whole number from {min} to {max}");
        return min;
    }

    /// <summary>A list of words; empty where the key is missing.</summary>
    public IReadOnlyList<string> Words(string key, bool required = true) => Words(key, required, out _);

    public IReadOnlyList<string> Words(string key, bool required, out IReadOnlyList<int> lines)
    {
        var items = List(key, required).OfType<YamlScalarNode>().ToList();
        lines = [.. items.Select(i => (int)i.Start.Line + offset)];
        return [.. items.Select(i => i.Value?.Trim() ?? "")];
    }

    /// <summary>A list of mappings, each to be read like this one.</summary>
    public IReadOnlyList<FrontMatter> Items(string key, bool required = true) =>
        [.. List(key, required).OfType<YamlMappingNode>().Select(n => new FrontMatter(n, problems, offset))];

    /// <summary>A nested mapping; null, with a problem where it is required, where it is missing.</summary>
    public FrontMatter? Map(string key, bool required = true)
    {
        if (Find(key) is YamlMappingNode map) return new FrontMatter(map, problems, offset);
        if (required || Find(key) is not null) problems.Add(LineOf(key), $"“{key}” is missing");
        return null;
    }

    /// <summary>The keys in the order of the file.</summary>
    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "");

    /// <summary>Adds a problem for each key that nothing asked for: a misspelt key must not be lost in silence.</summary>
    public void RefuseUnknownKeys()
    {
        foreach (var key in node.Children.Keys.OfType<YamlScalarNode>().Where(k => !read.Contains(k.Value ?? "")))
            problems.Add((int)key.Start.Line + offset, $"“{key.Value}” is not a key of this kind of file");
    }

    private static string Outside(string word, IEnumerable<string> allowed) => $"“{word}” is not one of {string.Join('、', allowed)}";

    private YamlNode? Find(string key)
    {
        read.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;
    }

    private IEnumerable<YamlNode> List(string key, bool required)
    {
        if (Find(key) is YamlSequenceNode list) return list.Children;
        if (required || Find(key) is not null) problems.Add(LineOf(key), $"“{key}” must be a list");
        return [];
    }
}
