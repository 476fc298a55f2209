using System.Text.Json;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Tests.Text;

/// <summary>The Unicode forms against texts that another implementation brought into them.</summary>
public sealed class UnicodeFormTests
{
    [Fact]
    public void Both_forms_are_those_of_Unicode()
    {
        var file = File.ReadAllText(Path.Combine(Repository.Root, "tests", "InterviewPrep.Tests", "Text", "unicode-forms.json"));
        foreach (var row in JsonDocument.Parse(file).RootElement.EnumerateArray())
        {
            var text = row.GetProperty("text").GetString()!;
            UnicodeForm.Composed(text).Should().Be(row.GetProperty("composed").GetString(), row.GetRawText());
            UnicodeForm.Compatible(text).Should().Be(row.GetProperty("compatible").GetString(), row.GetRawText());
        }
    }

    [Theory]
    [InlineData("阿依古丽·买买提", "阿依古丽•买买提")]
    [InlineData("阿依古丽·买买提", "阿依古丽・买买提")]
    [InlineData("阿依古丽·买买提", "阿依古丽．买买提")]
    [InlineData("阿依古丽·买买提", "阿依古丽 ･ 买买提")]
    [InlineData("张　三", "张三")]
    [InlineData("\u202A李四\uFEFF", "李四")]
    [InlineData("Rene\u0301", "RENÉ")]
    public void A_name_is_the_same_however_it_was_written(string one, string other) => PersonName.AreSame(one, other).Should().BeTrue();

    [Fact]
    public void Half_a_character_is_left_as_it_is() => UnicodeForm.Compatible("é\uD800").Should().Be("é\uD800");
}
