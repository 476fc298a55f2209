using System.Text.RegularExpressions;

namespace InterviewPrep.Tests.Architecture;

/// <summary>The house has one order of rooms (docs/architecture.md), and a room uses only rooms below it.</summary>
public sealed class RoomOrderTests
{
    private static readonly IReadOnlyList<(string Path, string Text)> Files =
    [
        .. Directory.EnumerateFiles(Rooms.Source, "*", SearchOption.AllDirectories).Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal))
            .Select(f => (Path: Rooms.PathOf(f), Text: File.ReadAllText(f))).Where(f => !Regex.IsMatch(f.Path, "(^|/)(bin|obj|Migrations)/")),
    ];

    private static readonly Lazy<CodeArrows> Code = new(() => new CodeArrows(Files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal))));

    private static void NoneUpward(IEnumerable<Arrow> arrows) =>
        string.Join('\n', arrows.Where(a => Rooms.Of(a.From) < Rooms.Of(a.To)).Select(a => a.ToString()).Distinct().Order(StringComparer.Ordinal)).Should().BeEmpty("a room uses only rooms below it");

    [Fact]
    public void Every_file_lies_in_a_room() => Files.Where(f => Rooms.Of(f.Path) < 0).Select(f => f.Path).Should().BeEmpty();

    [Fact]
    public void Every_room_of_the_picture_is_there() =>
        Rooms.Order.Where(r => !Directory.Exists(Path.Combine(Rooms.Source, r)) && !File.Exists(Path.Combine(Rooms.Source, r))).Should().BeEmpty();

    [Fact]
    public void No_import_leads_to_a_room_above() => NoneUpward(
        from file in Files
        from Match import in Regex.Matches(file.Text, @"^@?using (?:static |\w+ = )?InterviewPrep\.Web\.([\w.]+?);?\r?$", RegexOptions.Multiline)
        where !Path.GetFileName(file.Path).StartsWith("_ViewImports", StringComparison.Ordinal)
        select new Arrow(file.Path, import.Value.Trim(), import.Groups[1].Value.Replace('.', '/')));

    [Fact]
    public void No_name_in_the_code_is_of_a_room_above() => NoneUpward(Code.Value.Find());

    [Fact]
    public void No_page_includes_or_names_what_lies_above() =>
        NoneUpward(Files.Where(f => f.Path.EndsWith(".cshtml", StringComparison.Ordinal)).SelectMany(f => PageArrows.Find(f.Path, f.Text, Code.Value.Types)));
}
