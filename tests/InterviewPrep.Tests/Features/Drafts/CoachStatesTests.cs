using AngleSharp.Dom;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Features.Drafts;

/// <summary>Answers that a coach is easily fooled by, and one that it easily passes over, through the pages that people see.</summary>
public sealed class CoachStatesTests(ShippedApp app) : IClassFixture<ShippedApp>
{
    private const string Question = "road-dug-again-report";

    /// <summary>Refuses everything.</summary>
    public const string Refusal =
        "这件事不归我们管，我不会到现场，也不会出面回应。他们的诉求不用记录，记了也没有用。过段时间再说吧，答复时间我不承诺。\n" +
        "不需要成立专班，也没必要去核实。政策我不会跟居民解释，解释了他们也听不懂。过程没必要公开，居民代表也不用参加。\n" +
        "调查结果不对外公布。回访就不必了，办完就算结束。培训就免了，大家都很忙。";

    /// <summary>Only reads out the headings.</summary>
    public const string Headings =
        "第一，态度上做到正面回应、感谢监督、限时反馈、主动联系、记录诉求。第二，行动上做到成立专班、多方核实、属实整改、误解释疑、过程公开。" +
        "第三，长效上做到多渠道释疑、完善机制、教育培训、回访闭环、举一反三。";

    /// <summary>Good, in plain words.</summary>
    public const string Plain =
        "您先坐，喝口水，这事我接了，我不往外推。您慢慢说，我拿本子一条一条记，记完念给您听，看我写错没有。后天下班前，查成什么样我都给您打电话。" +
        "回头我把当时的施工图和验收单翻出来对，再跟施工队的人一块儿把井盖打开看看管子到底换没换，左右邻居我也挨家问一遍。" +
        "要真是没换，马上叫他们返工，谁签的字谁担责任，当着大伙儿的面赔不是。开井那天请两位住户站旁边看着，当晚把照片发群里。" +
        "弄完一个月，我再给您打个电话，问问还漏不漏。别的几栋楼也顺手查一遍，省得再出一样的事。";

    private async Task<Answer> ReviewAsync(string text)
    {
        using var visitor = app.NewVisitor();
        return await visitor.WriteAsync(text, Question, "attitude", "finish");
    }

    private static string State(IElement card) => card.QuerySelector(".st")!.TextContent;

    [Theory]
    [InlineData(Refusal)]
    [InlineData(Headings)]
    public async Task What_only_sounds_like_an_answer_is_not_praised(string text)
    {
        var review = await ReviewAsync(text);

        var cards = review.Page.QuerySelectorAll("article.point").ToList();
        cards.Where(c => State(c) is "说到了" or "说了一半").Select(c => c.TextContent).Should().BeEmpty();
        cards.Select(State).Should().Contain(s => s == "说的是不做" || s == "只提到名目", "the page says why it does not count");
        review.Page.QuerySelectorAll("input[name=ticks][checked]").Should().BeEmpty("nothing is ticked for anybody");
        review.Text.Should().NotContain("未见");
    }

    [Fact]
    public async Task A_good_answer_in_plain_words_is_seen_with_its_whole_sentences()
    {
        var review = await ReviewAsync(Plain);

        // Of the nine points that the question asks for, the answer makes these.
        foreach (var point in new[] { "attitude-face", "attitude-contact", "action-verify", "action-rectify" })
            State(review.One($"#p-{point}")).Should().BeOneOf(["说到了", "说了一半"], point);
        review.One("#p-action-verify .say").TextContent.Should().Contain("施工图和验收单翻出来对").And.EndWith("。”", "evidence is the whole sentence");
        var link = review.Page.QuerySelectorAll("section[aria-labelledby=own-h] a.m[data-points~='action.verify']").Single(m => m.TextContent.Contains("施工图和验收单"));
        link.TextContent.Should().StartWith("【多方核实，说到了");
        review.One(link.GetAttribute("href")!).ClassList.Should().Contain("point");
        review.Page.QuerySelectorAll("section[aria-labelledby=model-h] a.m[data-points='action.verify']").Should().NotBeEmpty("the same point is marked on the other side");
    }

    [Fact]
    public async Task The_answer_as_a_whole_gets_evidence_and_advice()
    {
        (await ReviewAsync(Headings)).Page.QuerySelectorAll(".advice").Select(a => a.TextContent).Should().Contain(a => a.Contains("还没开始答")).And.Contain(a => a.Contains("换一道题，也能这么答"));

        var plain = await ReviewAsync(Plain);
        plain.One(".shares").TextContent.Should().Contain("态").And.Contain("行动没有写", "all of it was written into the first stage");
        plain.Page.QuerySelectorAll(".advice").Select(a => a.TextContent).Should().NotContain(a => a.Contains("还没开始答"));
        (await ReviewAsync("我马上赶到路口，向店主们说明。经办的人我当场免职，我保证今后绝不再挖。")).One(".advice").TextContent.Should().Contain("岗位做不到").And.Contain("当场免职");
    }
}
