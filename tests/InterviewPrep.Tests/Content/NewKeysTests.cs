using InterviewPrep.Web.Content;

namespace InterviewPrep.Tests.Content;

/// <summary>Keys that a question, card, paper or frame may have: read as written, held to their closed lists, and missed by nobody who has none.</summary>
public sealed class NewKeysTests : IDisposable
{
    private const string Question = SampleFolder.Question, Card = "glossary/attitude.thank.md", Paper = "papers/three.md",
        Frame = "frameworks/attitude-action-longterm.md", Layout = "layouts/usual.md", Material = "materials/old-lift.md";

    private const string Keys = """
        theme: 交通出行
        exams: [省考, 事业单位]
        voices: [brisk, warm]
        material: old-lift
        picture:
          file: bus-stop.svg
          alt: 一块站牌，牌子上的站名被划掉一个，老人拎着药袋站在牌下，对面停着一辆公交车。

        """;

    private const string Svg = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 420">
          <rect x="10" y="10" width="620" height="400" fill="#fff" stroke="#333"/>
          <text x="60" y="80" font-family="sans-serif">站牌</text>
        </svg>
        """;

    private readonly SampleFolder sample = new();

    public NewKeysTests()
    {
        sample.Replace(Question, "difficulty: 2\n", "difficulty: 2\n" + Keys);
        sample.Replace(Question, "    missing: attitude.contact\n", "    missing: attitude.contact\n    reply: 我请司机帮着留意，早班车上当面问。\n");
        sample.Write("questions/public-doubt/bus-stop.svg", Svg);
        sample.Write(Material, "---\ntitle: 一部老电梯\nreading: 3\ntheme: 住房社区\n---\n\n某小区的电梯用了二十二年。\n");
        sample.Write(Layout, LayoutTests.Usual);
    }

    public void Dispose() => sample.Dispose();

    [Fact]
    public void They_are_read_as_written()
    {
        sample.Replace(Card, "适合：", "情境：当面接访\n\n适合：");
        sample.Replace(Paper, "minutes: 10", "minutes: 10\nexam: 省考\nlayout: usual");
        sample.Replace(Frame, "      - id: attitude.face\n", "      - id: attitude.face\n        counts: 有人、有话。\n        not: 只说会处理。\n        half: 没说对谁说。\n        example: 我先在原帖下面回应。\n");
        sample.Write("terms.md", "---\nterms:\n  - {term: 回访, frame: attitude-action-longterm, stage: longterm, means: 哪天打电话, empty: 只说加强回访}\n---\n");

        var (library, problems) = sample.Load();

        problems.Should().BeEmpty();
        var question = library.FindQuestion("bus-stop")!;
        question.Theme.Should().Be("交通出行");
        question.Material!.Html.Should().Contain("<p>某小区");
        question.Picture!.Ratio.Should().BeApproximately(420 / 640.0, 1e-9);
        library.Drawings.Single().Should().Be(new Drawing(question.Picture.Hash, Svg.ReplaceLineEndings("\n")));
        question.Exams.Should().Equal("省考", "事业单位");
        question.Voices.Should().Equal("brisk", "warm");
        question.FollowUps[0].Reply.Should().StartWith("我请司机");
        library.FindLayout("usual")!.Text.Should().Be("常见的一种。");
        library.Papers.Single().Should().BeEquivalentTo(new { Exam = "省考", Layout = "usual" });
        library.Cards[0].Situation.Should().Be("当面接访");
        library.Terms.Single().Word.Should().Be("回访");
        library.FindFramework("attitude-action-longterm")!.FindPoint("attitude.face")!.CountsNot.Should().Be("只说会处理。");
    }

    [Theory]
    [InlineData(Question, "theme: 交通出行", "theme: 交通", "“交通” is not one of")]
    [InlineData(Question, "theme: 交通出行", "theme: 交通出行\nform: 现象", "“现象” is not one of")]
    [InlineData(Question, "[省考,", "[国省考,", "“国省考” is not one of")]
    [InlineData(Question, "[brisk,", "[quick,", "“quick” is not one of")]
    [InlineData(Question, "material: old-lift", "material: new-lift", "there is no material “new-lift”")]
    [InlineData(Question, "file: bus-stop.svg", "file: ../secret.svg", "the name of an .svg file beside the question")]
    [InlineData(Question, "file: bus-stop.svg", "file: no-stop.svg", "there is no drawing “no-stop.svg”")]
    [InlineData(Question, "    reply:", "    always: maybe\n    reply:", "“always” is true, or is left out")]
    [InlineData(Card, "适合：", "情境：街上\n\n适合：", "“街上” is not one of")]
    [InlineData(Paper, "minutes: 10", "minutes: 10\nlayout: none", "there is no layout “none”")]
    [InlineData(Paper, "minutes: 10", "minutes: 10\nexam: 高考", "“高考” is not one of")]
    [InlineData(Material, "reading: 3", "reading: 30", "whole number from 2 to 6")]
    [InlineData(Layout, "questions: 3", "questions: 0", "whole number from 1 to 10")]
    public void A_wrong_one_is_named(string file, string find, string replacement, string reason)
    {
        sample.Replace(file, find, replacement);

        sample.Problems().Should().Contain(p => p.File == file && p.Message.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<rect x", "<script>alert(1)</script><rect x", "no <script>")]
    [InlineData("<rect x", "<foreignObject/><rect x", "no <foreignObject>")]
    [InlineData("<rect x", "<image href=\"a.png\"/><rect x", "no <image>")]
    [InlineData("<rect x", "<a href=\"/\"/><rect x", "no <a>")]
    [InlineData("<rect x", "<rect onclick=\"a()\" x", "no attribute “onclick”")]
    [InlineData("<rect x", "<rect href=\"a.svg\" x", "no attribute “href”")]
    [InlineData("fill=\"#fff\"", "fill=\"url(http://a.invalid/b)\"", "refers to another place")]
    [InlineData("fill=\"#fff\"", "style=\"fill:url(b.svg#c)\"", "refers to another place")]
    [InlineData("<rect x", "<style>@import 'a.css';</style><rect x", "the <style> loads something")]
    [InlineData("<svg", "<?xml-stylesheet href='a.css'?><svg", "no <?xml-stylesheet?>")]
    [InlineData("<svg", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg", "cannot be read")]
    [InlineData("</svg>", "", "cannot be read")]
    [InlineData(" viewBox=\"0 0 640 420\"", "", "needs a viewBox")]
    [InlineData("0 0 640 420", "0 0 640", "needs a viewBox")]
    [InlineData(" xmlns=\"http://www.w3.org/2000/svg\"", "", "of the namespace")]
    public void A_drawing_does_nothing_but_show(string find, string replacement, string reason)
    {
        sample.Replace("questions/public-doubt/bus-stop.svg", find, replacement);

        sample.Problems().Should().Contain(p => p.File.EndsWith(".svg", StringComparison.Ordinal) && p.Message.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_drawing_may_use_its_own_parts()
    {
        sample.Replace("questions/public-doubt/bus-stop.svg", "fill=\"#fff\"", "fill=\"#fff\" marker-end=\"url(#arrow)\"");

        sample.Problems().Should().BeEmpty();
    }

    [Fact]
    public void A_numbered_repair_belongs_to_the_stretch_of_its_number()
    {
        const string weak = "\n## 弱答案：先下结论\n\n[路线没有问题](fault.assume \"还没查\")，[大家放心](fault.promise \"凭什么\")。\n\n## 修改\n\n1. 我先查客流表，\n   查完再说。\n2. 后天在原帖下面答复。\n";
        sample.Change(Question, text => text + weak);
        sample.Load().Library.FindQuestion("bus-stop")!.WeakAnswers.Single().Repairs.Should().Equal("我先查客流表，查完再说。", "后天在原帖下面答复。");

        sample.Replace(Question, "2. 后天在原帖下面答复。\n", "");
        sample.Problems().Should().ContainSingle().Which.Message.Should().Contain("1 repairs for 2 marked stretches");
    }

    [Fact]
    public void The_last_good_copy_holds_the_drawings()
    {
        var copy = sample.Folder + "-copy";
        new ContentStore(sample.Folder, copy).Reload().Should().BeTrue();

        ContentLoader.Load(copy).Problems.Should().BeEmpty();
        Directory.Delete(copy, recursive: true);
    }

    [Fact]
    public void Another_drawing_or_material_is_another_revision()
    {
        string Hash() => sample.Load().Library.FindQuestion("bus-stop")!.Hash;
        var (first, hashes) = (Hash(), new List<string>());

        sample.Replace("questions/public-doubt/bus-stop.svg", "站牌", "车牌");
        hashes.Add(Hash());
        sample.Replace(Material, "二十二年", "二十三年");
        hashes.Add(Hash());

        hashes.Append(first).Should().OnlyHaveUniqueItems();
    }
}
