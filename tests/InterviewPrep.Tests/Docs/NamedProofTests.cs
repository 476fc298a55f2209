using System.Text.RegularExpressions;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Docs;

/// <summary>What the papers on security and durability name as proof, tests and classes of the program, is there.</summary>
public sealed partial class NamedProofTests
{
    private static readonly string[] Folders = ["src", "tests"];

    private static readonly string Code = string.Join('\n', Folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(Repository.Root, f), "*.cs", SearchOption.AllDirectories))
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !f.EndsWith(nameof(NamedProofTests) + ".cs", StringComparison.Ordinal)).Select(File.ReadAllText));

    [Theory]
    [InlineData("security.md")]
    [InlineData("durability.md")]
    public void Every_class_and_test_that_is_named_exists(string page)
    {
        var named = Name().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", page))).Select(m => (Class: m.Groups[1].Value, Member: m.Groups[2].Value)).Distinct().ToList();

        named.Should().HaveCountGreaterThan(5);
        named.Where(n => !Exists(n.Class) || (n.Member.Length > 0 && !Regex.IsMatch(Code, $@"\b{n.Member}\b"))).Should().BeEmpty("a claim rests on what is there");
    }

    // A test is declared; a name of the platform's is at least used.
    private static bool Exists(string name) => Regex.IsMatch(Code, name.EndsWith("Tests", StringComparison.Ordinal) ? $@"\bclass {name}\b" : $@"\b{name}\b");

    [GeneratedRegex(@"`([A-Z][a-z]+[A-Z]\w+)(?:\.([A-Z]\w+))?`")]
    private static partial Regex Name();
}
