namespace InterviewPrep.Tests.Content;

/// <summary>Each strict rule of a question is enforced: the good question with one thing made wrong gives that problem, in that file.</summary>
public sealed class StrictQuestionTests : IDisposable
{
    private readonly SampleFolder sample = GuideQuestion.Folder();

    public void Dispose() => sample.Dispose();

    [Fact]
    public void The_complete_question_of_the_guide_is_good() => sample.Check(Path.Combine(sample.Folder, GuideQuestion.File)).Should().Be("1 file, no problems\n");

    [Theory]
    [InlineData("theme: 城市管理\n", "", "“theme” is missing")]
    [InlineData("exams: [省考, 事业单位, 社区]\n", "", "“exams” names 1 to 5")]
    [InlineData("voices: [orderly, brisk]", "voices: [orderly]", "1 voices for 2 model answers")]
    [InlineData("  closing.serve: 1\n", "", "“closing.serve” is expected")]
    [InlineData("    missing: attitude.deadline\n", "", "either “missing: <point>” or “always: true”")]
    [InlineData("    always: true\n", "    always: true\n    missing: attitude.face\n", "either “missing: <point>” or “always: true”")]
    [InlineData("中间谁想问，我的电话也留在群里，不让大家干等。", "", "the reply has 40 字; 50 to 130")]
    [InlineData("质疑检查是坐在屋里填的", "质疑站里和厂家是关系户", "the prompt suspects collusion (“关系户”), and action.team is not expected", "  action.team: 2\n")]
    [InlineData("  longterm.publish: 1\n", "", "longterm.publish is not expected")]
    [InlineData("你会怎么处理？", "大家要求街道给个说法。你会怎么处理？", "the prompt demands an answer", "  attitude.deadline: 2\n")]
    public void What_the_front_matter_lacks(string find, string replacement, string reason, string? alsoWithout = null) => Spoiled(find, replacement, reason, alsoWithout);

    [Theory]
    [InlineData("检查办法也要改：到现场拍照、当天上传，牌上留检查日期和报修电话，站里每月抽查两处。", "", "长效 has 82 of 567 字, 14 %; 16 to 30 % are needed")]
    [InlineData("老人和孩子是信着这块牌子上去锻炼的。", "", "升华 has 30 字; 40 to 60 are needed")]
    [InlineData("## 示例二：两分钟短答，", "## 示例二：", "450 to 690 are needed, or a title that begins with 两分钟短答")]
    [InlineData("[我们把检查做到器材跟前，", "[检查做到器材跟前，", "升华 has no speaker")]
    [InlineData("欢迎居民随时监督，才对得起群众的这份信任", "才对得起这块写着“完好”的牌子和那些脚步", "升华 has no idea of serving", "老人和孩子是信着这块牌子上去锻炼的。")]
    [InlineData("才对得起群众的这份信任](closing.serve)", "才对得起群众的这份信任](closing.other)", "升华 has no stretch marked closing.serve")]
    [InlineData("老人和孩子是信着这块牌子上去锻炼的。[我们把检查做到器材跟前，欢迎居民随时监督，才对得起群众的这份信任]", "[我们感谢监督，也会接着改进，让群众信任我们]", "升华 names nothing of this case")]
    public void Lengths_and_endings(string find, string replacement, string reason, string? alsoWithout = null) => Spoiled(find, replacement, reason, alsoWithout);

    [Theory]
    [InlineData("如果是误解，人确实来过", "另外，人来过", "opens 1 branches that the ear hears", "如果牵出历史遗留问题，")]
    [InlineData("我第一时间赶到广场", "我赶到广场", "态度 says no standard term (第一时间、首问负责…)")]
    [InlineData("半个月后我再回访一次。", "半个月后我再回访一次。整改问责、回访、举一反三。", "is a list of terms with no deed beside them")]
    [InlineData("半个月后我再回访一次", "往后我再回访一次", "“往后” is dialect")]
    [InlineData("我说明天下午五点前", "我压根不拖，明天下午五点前", "“压根” is dialect")]
    [InlineData("[明天下午五点前，在这个群里公布核查结果]", "明天公布，[下午五点的这个群]", "“下午五点的这个群” (attitude.deadline) has no verb")]
    public void What_the_ear_hears(string find, string replacement, string reason, string? alsoWithout = null) => Spoiled(find, replacement, reason, alsoWithout);

    [Theory]
    [InlineData("，让居民锻炼得安心、放心、舒心", "", "the weak answer has 2", "请大家不信谣、不传谣。")]
    [InlineData("2. 孩子如果伤着了", "2. 报街道。\n3. 孩子如果伤着了", "4 repairs for 3 marked stretches")]
    [InlineData("孩子如果伤着了，我先陪家长去看，把票据留好，费用由谁承担，查清以后依法来定。", "我陪家长去看。", "repair 2 has 6 字; 20 to 120 are needed")]
    [InlineData("登记还没看，就认定检查做过了", "登记还没看就认定检查做过了，而且把质疑当成谣言，这样说出去以后查出没有检查就收不回来了，居民会更加不信", "is longer than 40 字")]
    [InlineData("## 弱答案：先说检查没有问题", "## 示例三：先说检查没有问题", "0 weak answers; one or two are needed")]
    public void Weak_answers(string find, string replacement, string reason, string? alsoWithout = null) => Spoiled(find, replacement, reason, alsoWithout);

    [Theory]
    [InlineData("哦，两个孩子都在这儿念书，[您放心](settle.thank)。", "“哦，” speaks or reports")]
    [InlineData("您说名字里有个字改过？我记下了。", "“您说名字里有个字改过？” speaks or reports")]
    public void Role_play_speaks_to_the_person_only(string spoken, string reason)
    {
        sample.Replace("frameworks/attitude-action-longterm.md", "types: [", "types: [roleplay, ");
        sample.Write("questions/roleplay/plate-talk.md", File.ReadAllText(Path.Combine(sample.Folder, GuideQuestion.File)).Replace("如果属实，牌子", spoken + "如果属实，牌子", StringComparison.Ordinal));

        sample.Check("questions/roleplay/plate-talk.md").Should().Contain(reason);
    }

    [Fact]
    public void In_another_frame_the_seconds_give_the_shares()
    {
        const string lawn = "questions/analysis/open-lawn.md";
        sample.Check(lawn).Should().NotContain("% are needed");

        sample.Replace(lawn, "我在公园上班", new string('长', 200) + "我在公园上班");

        sample.Check(lawn).Should().MatchRegex("落点 has [0-9]+ of [0-9]+ 字, [0-9]+ %; 0 to 2[0-9] % are needed");
    }

    [Fact]
    public void All_files_are_checked_and_named_files_are_told_of_alone()
    {
        sample.Check().Should().Contain($"{SampleFolder.Question}:2: “theme” is missing").And.Contain("papers:1: 1 papers");
        sample.Check(GuideQuestion.File).Should().Be("1 file, no problems\n");
        sample.Check(SampleFolder.Question).Should().Contain("“theme” is missing").And.NotContain(GuideQuestion.File);
        sample.Check("questions/no-such.md").Should().Contain("there is no such file");
        sample.Check("--strict").Should().Be(sample.Check());
    }

    private void Spoiled(string find, string replacement, string reason, string? alsoWithout)
    {
        sample.Replace(GuideQuestion.File, find, replacement);
        if (alsoWithout is not null) sample.Replace(GuideQuestion.File, alsoWithout, "");

        sample.Check(GuideQuestion.File).Should().Contain(reason).And.MatchRegex($"^{GuideQuestion.File}:[0-9]+: ");
    }
}
