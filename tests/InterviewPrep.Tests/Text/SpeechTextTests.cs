using System.Text.Json;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Tests.Text;

/// <summary>The count of 字 by the vectors that the page's own counting runs too (<c>SharedRules</c> of the browser tests).</summary>
public sealed class SpeechTextTests
{
    public static TheoryData<string, int> Vectors()
    {
        var file = File.ReadAllText(Path.Combine(Repository.Root, "tests", "InterviewPrep.Tests", "Text", "zi.json"));
        var data = new TheoryData<string, int>();
        foreach (var row in JsonDocument.Parse(file).RootElement.EnumerateArray()) data.Add(row.GetProperty("text").GetString()!, row.GetProperty("zi").GetInt32());
        return data;
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Zi_are_han_characters_numbered_signs_and_words(string text, int zi) => SpeechText.CountZi(text).Should().Be(zi);

    [Theory]
    [InlineData(55, 200, 17)]
    [InlineData(5, 120, 3)]
    [InlineData(0, 220, 0)]
    public void Half_a_second_is_rounded_up_as_on_the_page(int zi, int pace, int seconds) => SpeechText.Seconds(zi, pace).Should().Be(seconds);
}
