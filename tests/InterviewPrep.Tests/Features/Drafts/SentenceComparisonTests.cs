using System.Text.Json;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Drafts;

namespace InterviewPrep.Tests.Features.Drafts;

public sealed class SentenceComparisonTests
{
    public static TheoryData<string> Cases => [.. Table.EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];

    private static JsonElement Table { get; } =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "InterviewPrep.Tests", "Features", "Drafts", "sentences.json"))).RootElement;

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_table_that_the_page_keeps_to_holds_here_too(string name)
    {
        var row = Table.EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);

        var changes = SentenceComparison.Compare(row.GetProperty("before").GetString()!, row.GetProperty("after").GetString()!);

        changes.Select(c => (Mark(c.Kind), c.Text)).Should().Equal(row.GetProperty("changes").EnumerateArray().Select(c => (c[0].GetString()!, c[1].GetString()!)));
    }

    private static string Mark(SentenceChangeKind outcome) => outcome switch { SentenceChangeKind.Added => "+", SentenceChangeKind.Removed => "-", _ => "=" };
}
