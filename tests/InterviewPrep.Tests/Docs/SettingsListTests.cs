using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Host.Settings;
using InterviewPrep.Web.Site;

namespace InterviewPrep.Tests.Docs;

/// <summary>
/// README and manual list the settings as the code describes them: all of them, and no other. With <c>UPDATE_LISTS=1</c> the lists are written instead.
/// </summary>
public sealed class SettingsListTests
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("UPDATE_LISTS") == "1";

    [Fact]
    public void The_README_lists_every_setting_as_the_code_describes_it() => Compare(Path.Combine(Repository.Root, "README.md"), s => s.English);

    [Fact]
    public void The_manual_lists_every_setting_as_the_code_describes_it() => Compare(Path.Combine(Repository.Root, "docs", "guide", "running.md"), s => s.Chinese);

    [Fact]
    public void Every_property_of_a_section_is_described_or_it_would_be_refused_as_unknown() =>
        typeof(Setting).Assembly.GetTypes().Where(t => t.IsDefined(typeof(SettingsSectionAttribute), false)).SelectMany(t => t.GetProperties()).Where(p => p.CanWrite && !p.IsDefined(typeof(SettingAttribute), false))
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}").Should().BeEmpty();

    private static void Compare(string file, Func<Setting, string> words)
    {
        var lines = File.ReadAllLines(file);
        // The table whose head has a column of defaults.
        var first = Array.FindIndex(lines, l => l.StartsWith("| setting | default |", StringComparison.Ordinal) || l.StartsWith("| 设置 | 默认 |", StringComparison.Ordinal)) + 2;
        var rows = lines.Skip(first).TakeWhile(l => l.StartsWith('|')).ToList();
        var expected = Setting.All.Select(s => $"| `{s.Name}` | {(s.Default.Length > 0 ? $"`{s.Default}`" : "")} | {words(s)} |").ToList();
        if (Writes) File.WriteAllText(file, string.Join('\n', [.. lines[..first], .. expected, .. lines[(first + rows.Count)..]]) + "\n");
        else rows.Should().Equal(expected);
    }
}
