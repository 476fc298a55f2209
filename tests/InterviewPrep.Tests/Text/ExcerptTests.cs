using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Tests.Text;

/// <summary>Where a text is cut.</summary>
public sealed class ExcerptTests
{
    [Theory]
    [InlineData("短", 3, "短")]
    [InlineData("一二三四", 3, "一二三")]
    [InlineData("一二𬱖四", 3, "一二")]
    [InlineData("一𬱖三四", 3, "一𬱖")]
    public void A_text_is_cut_between_characters(string text, int most, string start) => Excerpt.Start(text, most).Should().Be(start);

    [Fact]
    public void What_a_browser_calls_itself_is_cut_between_characters_too()
    {
        var session = new AccountSession(Guid.Empty, "", "", AuthenticationMethod.Password, TimeSpan.Zero, TimeSpan.Zero, "", new string('a', AccountSession.LongestAgent - 1) + "𬱖", DateTimeOffset.UnixEpoch);

        session.Agent.Should().Be(new string('a', AccountSession.LongestAgent - 1));
    }
}
