using System.Text.RegularExpressions;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Content;

/// <summary>The complete small question of the authors' guide, in a copy of the sample content: good by every rule until a test spoils it.</summary>
internal static partial class GuideQuestion
{
    public const string File = "questions/public-doubt/fitness-plate.md";

    private const string Terms = """
        ---
        terms:
          - {term: 第一时间, frame: attitude-action-longterm, stage: attitude, means: 几点去哪里, empty: 后面没有时间地点}
          - {term: 首问负责, frame: attitude-action-longterm, stage: attitude, means: 谁接着办, empty: 没有人}
          - {term: 核实, frame: attitude-action-longterm, stage: action, means: 查什么, empty: 只说核实}
          - {term: 属实, frame: attitude-action-longterm, stage: action, means: 怎么改, empty: 没有下文}
          - {term: 误解, frame: attitude-action-longterm, stage: action, means: 怎么讲, empty: 没有下文, also: [误会]}
          - {term: 整改, frame: attitude-action-longterm, stage: action, means: 改什么, empty: 只说整改}
          - {term: 问责, frame: attitude-action-longterm, stage: action, means: 谁来定, empty: 只说问责}
          - {term: 回访, frame: attitude-action-longterm, stage: longterm, means: 哪天问谁, empty: 只说回访}
          - {term: 举一反三, frame: attitude-action-longterm, stage: longterm, means: 查哪几处, empty: 没有地方}
          - {term: 排查, frame: attitude-action-longterm, stage: longterm, means: 查哪几处, empty: 没有地方}
        ---

        """;

    public static SampleFolder Folder()
    {
        var sample = new SampleFolder();
        sample.Write("terms.md", Terms);
        sample.Write(File, Text());
        return sample;
    }

    private static string Text() =>
        Example().Match(System.IO.File.ReadAllText(Path.Combine(Repository.Root, "docs", "guide", "writing-questions.md"))).Groups[1].Value;

    [GeneratedRegex("```markdown\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
