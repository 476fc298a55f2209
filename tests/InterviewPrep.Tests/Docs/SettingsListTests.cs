using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Host.Settings;
using InterviewPrep.Web.Site;

namespace InterviewPrep.Tests.Docs;

/// <summary>README and manual list the settings as the code describes them: all of them, and no other.</summary>
public sealed class SettingsListTests
{
    [Fact]
    public void The_README_lists_every_setting_as_the_code_describes_it() => Rows("README.md").Should().Equal(Setting.All.Select(s => Row(s, s.English)));

    [Fact]
    public void The_manual_lists_every_setting_as_the_code_describes_it() => Rows("docs", "guide", "running.md").Should().Equal(Setting.All.Select(s => Row(s, s.Chinese)));

    [Fact]
    public void Every_property_of_a_section_is_described_or_it_would_be_refused_as_unknown() =>
        typeof(Setting).Assembly.GetTypes().Where(t => t.IsDefined(typeof(SettingsSectionAttribute), false)).SelectMany(t => t.GetProperties()).Where(p => p.CanWrite && !p.IsDefined(typeof(SettingAttribute), false))
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}").Should().BeEmpty();

    private static string Row(Setting setting, string words) => $"| `{setting.Name}` | {(setting.Default.Length > 0 ? $"`{setting.Default}`" : "")} | {words} |";

    // The table whose head has a column of defaults.
    private static IEnumerable<string> Rows(params string[] path) => File.ReadLines(Path.Combine([Repository.Root, .. path]))
        .SkipWhile(l => !l.StartsWith("| setting | default |", StringComparison.Ordinal) && !l.StartsWith("| 设置 | 默认 |", StringComparison.Ordinal))
        .Skip(2).TakeWhile(l => l.StartsWith('|'));
}
