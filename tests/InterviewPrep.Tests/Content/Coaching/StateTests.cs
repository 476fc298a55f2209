using InterviewPrep.Web.Content.Coaching;

namespace InterviewPrep.Tests.Content.Coaching;

/// <summary>Minimal pairs: of two sentences that share most words, one makes the point and the other does not.</summary>
public sealed class StateTests
{
    [Theory]
    [InlineData("attitude.face", "我第一时间赶到现场，向围着的群众亮明身份，这件事我负责到底。", "这件事不归我们管，我不会到现场，也不会出面回应。")]
    [InlineData("attitude.thank", "感谢各位居民对我们工作的监督，你们的心情我非常理解。", "回答完毕，谢谢各位考官。")]
    [InlineData("attitude.deadline", "三个工作日之内，我一定给大家一个明确的答复。", "这个事情要研究，过段时间再说吧。")]
    [InlineData("attitude.contact", "我把几位家长请到接待室坐下，耐心听他们把话说完，安抚好情绪。", "我没有必要联系家长，也不会接待他们。")]
    [InlineData("attitude.record", "我请大家把诉求说出来，逐条记录在登记表上，记完念给大家核对。", "他们的诉求不用记录，记了也没有用。")]
    [InlineData("action.team", "我马上向局长汇报，请纪检的同志参加，成立专项核查小组。", "不需要成立专班，也不必向领导汇报。")]
    [InlineData("action.verify", "我调取当天的监控录像，核对登记台账，再找当事人分别了解情况。", "希望这件事早日真相大白。")]
    [InlineData("action.rectify", "如果情况属实，立即整改，对责任人严肃处理，并向群众道歉。", "群众要求我们立即整改，对责任人严肃处理，并公开道歉。")]
    [InlineData("action.explain", "如果是误会，我拿着政策文件，用大白话一条一条给居民讲清楚。", "政策我不会跟居民解释，解释了他们也听不懂。")]
    [InlineData("action.coordinate", "我请住建、物业和业委会坐到一起协商，能解决的先解决，剩下的分步推进。", "别的部门我不去协调，让他们自己商量。")]
    [InlineData("action.open", "整个调查过程请居民代表全程监督，每天的进展都在群里公布。", "过程没必要公开，居民代表也不用参加。")]
    [InlineData("longterm.publish", "调查结果在政府网站和小区公告栏向社会公布，不让谣言传播。", "调查结果不对外公布，也不在公告栏张贴。")]
    [InlineData("longterm.improve", "今后建立首问负责制度，优化办理流程，减少一个环节。", "制度挂在墙上就够了，没有什么可完善的。")]
    [InlineData("longterm.train", "组织全体窗口人员开展业务培训，用情景模拟练习怎样接待群众。", "培训就免了，大家都很忙。")]
    [InlineData("longterm.followup", "一个月后，我会给反映问题的居民打电话回访，问问是否满意。", "回访就不必了，办完就算结束。")]
    [InlineData("longterm.prevent", "举一反三，对全街道其他小区进行排查，避免同样的问题再次发生。", "别的小区有没有同样的问题，跟我们没有关系，不用去排查。")]
    [InlineData("closing.serve", "我们要始终把群众的利益放在第一位，用实实在在的服务赢得群众的信任。", "这样的视频传出去，影响政府的公信力。")]
    public void One_of_two_sentences_makes_the_point(string point, string makes, string not)
    {
        Coaches.Points(makes).Should().Contain(point);
        Coaches.Points(not).Should().NotContain(point);
    }

    [Theory]
    [InlineData("调查结果我不会公布，也不在公告栏张贴。", "longterm.publish", FindingState.Refused)]
    [InlineData("我在原单位的时候，每个月都组织培训，还给投诉人打电话回访。", "longterm.followup", FindingState.Other)]
    [InlineData("有的同志建议成立专班，请纪检的同志参加。", "action.team", FindingState.Other)]
    [InlineData("我大学时在游乐园打工。后来我请示了经理，和两位同事核对了票价文件。第二天，我给留下电话的游客打电话回访。", "action.verify", FindingState.Other)]
    [InlineData("居民张先生说：“街道要在三天之内给我们一个明确的答复。”", "attitude.deadline", FindingState.Other)]
    [InlineData("做到正面回应、感谢监督、限时答复、记录诉求、成立专班、多方核实、完善机制、回访闭环。", "longterm.followup", FindingState.Named)]
    public void What_does_not_count_is_shown_with_the_reason(string text, string point, FindingState state) =>
        Coaches.FourSteps.Read(text).Should().Contain(f => f.Point == point && f.State == state);

    [Theory]
    [InlineData("有一年我在旅行社带团。我把合同一条一条念给客人听，客人都听明白了。后来我又给每位客人打电话回访，问他们满意不满意。")]
    [InlineData("电视剧里的区长每周坐进接访室。他听群众把话说完，把诉求一条条记在本子上。他还在大会上向群众鞠躬道歉。")]
    [InlineData("物业经理回应：“我们已经请供电公司派人来勘查，也在单元门口贴了公告，三天之内答复大家。”")]
    public void A_tale_makes_no_point(string text) => Coaches.Points(text).Should().BeEmpty();

    [Fact]
    public void After_a_tale_the_speaker_s_own_deeds_count() =>
        Coaches.Points("我大学时在超市打过工。当时也有顾客投诉。这次我先联系几位家长，请到接待室坐下，耐心听他们把话说完，逐条记录在登记表上。三个工作日之内，我一定给大家一个明确的答复。").Should().Contain(["attitude.contact", "attitude.deadline"]);

    [Fact]
    public void What_one_says_oneself_to_the_people_counts() =>
        Coaches.Points("我会对村民说：“各位乡亲，三天之内我一定给大家一个明确的答复。”").Should().Contain("attitude.deadline");

    [Fact]
    public void A_promise_without_a_time_is_half() =>
        Coaches.FourSteps.Read("请大家放心，我一定会给大家一个满意的答复。").Should().Contain(f => f.Point == "attitude.deadline" && f.State == FindingState.Half);
}
