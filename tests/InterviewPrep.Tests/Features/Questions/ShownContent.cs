using InterviewPrep.Tests.Content;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Features.Questions;

/// <summary>A site whose sample question has all that a question may have: theme, exams, material, drawing, replies, a weak answer with its repairs.</summary>
public sealed class ShownContent : App, IAsyncLifetime, IDisposable
{
    public const string Drawing = "questions/public-doubt/bus-stop.svg", Alt = "一块站牌，牌子上的站名被划掉一个，老人拎着药袋站在牌下，对面停着一辆公交车。";

    private const string Keys = $"""
        theme: 交通出行
        exams: [省考, 事业单位]
        voices: [brisk, warm]
        material: bus-map
        picture:
          file: bus-stop.svg
          alt: {Alt}

        """;

    private const string Weak = """

        ## 弱答案：先下结论

        各位考官，[线路没有问题，请大家放心](fault.assume "客流还没有查")，[我们一定让大家满意](fault.promise "没有日子，也没有办法")。

        ## 修改

        1. 改线是局里批的，有没有听够意见，我今天就去查。
        2. 周五下午在原公告下面答复，改不改、为什么，都说清楚。

        """;

    private const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 420"><style>text { font-size: 30px }</style><rect x="9" y="9" width="620" height="400" fill="none" stroke="#333"/><text x="60" y="80">站牌</text></svg>""";

    private readonly SampleFolder sample = new();

    protected override string ContentFolder => sample.Folder;

    public SampleFolder Sample => sample;

    async Task IAsyncLifetime.InitializeAsync()
    {
        sample.Replace(SampleFolder.Question, "difficulty: 2\n", "difficulty: 2\n" + Keys);
        sample.Replace(SampleFolder.Question, "    missing: attitude.contact\n", "    missing: attitude.contact\n    reply: 我跟着早班车去，一站一站问拎着药袋的老人。\n");
        sample.Change(SampleFolder.Question, text => text + Weak);
        sample.Write(Drawing, Svg);
        sample.Write("materials/bus-map.md", "---\ntitle: 一条公交线\nreading: 3\ntheme: 交通出行\n---\n\n某路公交停靠二十一站。\n\n| 站 | 每天上车 |\n| --- | --- |\n| 医院 | 240 人 |\n");
        await InitializeAsync();
    }

    public void Dispose() => sample.Dispose();
}
