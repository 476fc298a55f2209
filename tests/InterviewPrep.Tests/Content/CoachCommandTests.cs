using System.Text.Json;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Host.Commands;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Tests.Content;

public sealed class CoachCommandTests
{
    [Fact]
    public void Full_and_half_width_are_the_same() =>
        SpeechText.Fold("ＡＢ１２，：").Should().Be("ab12,:").And.HaveLength(6);

    [Fact]
    public void The_command_gives_a_line_of_json_for_each_file_and_says_which_it_cannot_read()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "感谢大家对我们工作的监督。");
        using var output = new StringWriter();
        using var errors = new StringWriter();

        CoachCommand.Run(Repository.ShippedContent, [file, file + ".none"], output, errors).Should().BeFalse();

        var line = JsonDocument.Parse(output.ToString()).RootElement;
        line.GetProperty("file").GetString().Should().Be(file);
        line.GetProperty("points").EnumerateArray().Select(p => p.GetProperty("id").GetString()).Should().Contain("attitude.thank");
        errors.ToString().Should().Contain(".none");
        File.Delete(file);
    }
}
