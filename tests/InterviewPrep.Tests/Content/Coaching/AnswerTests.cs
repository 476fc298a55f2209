using System.Text;
using InterviewPrep.Web.Content.Coaching;

namespace InterviewPrep.Tests.Content.Coaching;

/// <summary>Whole answers: the three of which the old coach made the opposite, and the same answer typed in other ways.</summary>
public sealed class AnswerTests
{
    private const string Refuses =
        "这件事跟我们科没有关系，我不会出面，也不会回应网上的质疑。感谢就不必了，他们就是来找茬的。什么时候答复，我不承诺，也没有必要承诺。" +
        "我不会联系当事人，更不会上门听他们诉苦。他们的要求不用记录，记了也没用。不需要成立专班，也不必向领导汇报。事实用不着核实，监控我不调。" +
        "就算属实，也不道歉、不整改、不赔偿。政策我懒得解释，他们自己上网查。别的部门我不去协调。过程不公开，结果不公布。" +
        "制度不用改，培训没必要搞，回访就免了，别处有没有同样的问题我不管。";

    private const string Headings =
        "我的回答分四步。一、态度：正面回应、感谢监督、限时反馈、主动倾听、记录诉求。二、行动：成立专班、多方核实、整改问责、通俗释疑、协调分步、过程公开。" +
        "三、长效：多渠道释疑、完善机制、强化培训、回访闭环、举一反三。四、升华：为民立意。";

    private const string Plain =
        "我先到门口去，跟几位老人说，我是社区的，这事我来管，您几位进屋坐，外头冷。饭涨了一块钱，一个月就是三十块，您心疼，这个我懂。" +
        "您几位慢慢说，想退钱还是想换厨子，我拿本子记着，记完念给您听。明天中午开饭以前，我还在这儿，给大家一个准话。" +
        "主任那边我马上报告，请会计小组的同志跟我一起弄。菜是多少钱买的，煤气费多少，我把三个月的单子翻出来，一样一样对，再去问做饭的师傅。" +
        "您推两位跟着我一块儿看账，单子摊开了看。要是真多收了，钱当场退给您，谁定的谁来给大家赔不是。" +
        "要是菜价真涨了，我就拿计算器，一笔一笔算给您看，白菜多少、肉多少，算到听明白为止。" +
        "查完的账，我贴在食堂门口，楼下的公告栏也贴一张。往后涨价之前，先开个会问过大家，同意了再涨，这条写进食堂的规矩里。" +
        "窗口打饭的几个小年轻，这个月我请老师傅教教他们怎么跟老人说话。别的两个助餐点，我也去看看有没有同样的事。" +
        "过半个月我再来陪老人吃顿饭，问问还有没有不满意的。让老人吃得起、吃得放心，就是我们社区该为群众做的事。";

    [Fact]
    public void An_answer_that_refuses_everything_makes_no_point_and_is_told_so()
    {
        var findings = Coaches.FourSteps.Read(Refuses);

        findings.Where(f => f.Counts).Select(f => f.Point).Should().BeEmpty();
        findings.Count(f => f.State == FindingState.Refused).Should().BeGreaterThan(8);
    }

    [Fact]
    public void Headings_read_out_make_no_point_and_are_named()
    {
        var findings = Coaches.FourSteps.Read(Headings);

        findings.Where(f => f.Counts).Select(f => f.Point).Should().BeEmpty();
        findings.Count(f => f.State == FindingState.Named).Should().BeGreaterThan(8);
    }

    [Fact]
    public void A_good_answer_in_plain_words_is_recognised() =>
        Coaches.Points(Plain).Should().HaveCountGreaterThan(12);

    [Fact]
    public void The_evidence_is_a_sentence_of_the_answer_with_its_own_characters()
    {
        foreach (var finding in Coaches.FourSteps.Read(Plain))
        {
            var evidence = Plain.Substring(finding.Start, finding.Length);
            evidence.Length.Should().BeGreaterThan(3);
            evidence.Should().NotContainAny("。", "\n");
        }
    }

    [Theory]
    [InlineData("half width")]
    [InlineData("traditional")]
    [InlineData("line breaks")]
    [InlineData("invisible")]
    [InlineData("wrapped")]
    public void The_same_answer_typed_in_another_way_makes_the_same_points(string way) =>
        Coaches.Points(Typed(Plain, way)).Should().BeEquivalentTo(Coaches.Points(Plain));

    [Theory]
    [InlineData("no punctuation")]
    [InlineData("spaces")]
    [InlineData("commas")]
    public void Left_out_punctuation_costs_little(string way) =>
        Coaches.Points(Typed(Plain, way)).Intersect(Coaches.Points(Plain)).Count().Should().BeGreaterThanOrEqualTo(Coaches.Points(Plain).Length - 4);

    private static string Typed(string text, string way) => way switch
    {
        "half width" => text.Replace('，', ',').Replace('。', '.').Replace('、', ','),
        "traditional" => text.Replace("这", "這").Replace("门", "門").Replace("说", "說").Replace("几", "幾").Replace("当", "當").Replace("单", "單").Replace("问", "問").Replace("记", "記"),
        "line breaks" => text.Replace("。", "。\n\n"),
        "invisible" => text.Replace("，", "，\u200B").Replace("我", "\u2060我"),
        "wrapped" => Wrapped(text, 36),
        "no punctuation" => string.Concat(text.Where(char.IsLetterOrDigit)),
        "spaces" => text.Replace('，', ' ').Replace('。', ' '),
        _ => text.Replace('。', '，'),
    };

    private static string Wrapped(string text, int width)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < text.Length; i += width) lines.Append(text.AsSpan(i, Math.Min(width, text.Length - i))).Append('\n');
        return lines.ToString();
    }
}
