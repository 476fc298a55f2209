namespace InterviewPrep.Tests.Content;

/// <summary>Each rule of the check is enforced: a good folder with one thing made wrong gives exactly that problem, with file and line.</summary>
public sealed class ContentCheckTests : IDisposable
{
    private const string Question = SampleFolder.Question, Lesson = "lessons/four-steps/first-words.md",
        Frame = "frameworks/analysis.md", Paper = "papers/three.md", Card = "glossary/attitude.thank.md", Track = "lessons/four-steps/_track.md";

    private readonly SampleFolder sample = new();

    public void Dispose() => sample.Dispose();

    [Fact]
    public void The_sample_is_good() => sample.Problems().Should().BeEmpty();

    [Theory]
    [InlineData(Question, "---\ntitle", "title", "must begin with front matter")]
    [InlineData(Question, "title: ", "title: [", "YAML")]
    [InlineData(Question, "title: 公交改线公告惹争议", "", "“title” is missing")]
    [InlineData(Question, "title: 公交改线公告惹争议", "title: 公交改线公告惹争议公交改线公告惹争议公交改线", "longer than 20")]
    [InlineData(Question, "difficulty: 2", "difficulty: 6", "whole number from 1 to 5")]
    [InlineData(Question, "post: ", "psot: ", "“psot” is not a key")]
    [InlineData(Question, "framework: attitude-action-longterm", "framework: nowhere", "there is no frame “nowhere”")]
    [InlineData(Question, "framework: attitude-action-longterm", "framework: analysis", "does not fit 质疑舆情")]
    [InlineData(Question, "elements: [应变", "elements: [机变", "“机变” is not one of")]
    [InlineData(Question, "attitude.thank: 1", "attitude.thanks: 1", "“attitude.thanks” is not a point")]
    [InlineData(Question, "attitude.thank: 1", "attitude.thank: 4", "whole number from 1 to 3")]
    [InlineData(Question, "  attitude.thank: 1\n  attitude.face: 2\n  attitude.contact: 3\n  action.verify: 2\n", "", "4 points; 5 to 9 are expected")]
    [InlineData(Question, "missing: attitude.contact", "missing: attitude.nobody", "“attitude.nobody” is not a point")]
    [InlineData(Question, "## 示例二", "## 例子二", "is not a section of a question")]
    [InlineData(Question, "### 长效", "### 长远", "the stages must be")]
    [InlineData(Question, "### 态度\n", "先说一句。\n\n### 态度\n", "text before the first stage")]
    [InlineData(Question, "](attitude.thank)", "](attitude.nothing)", "“attitude.nothing” is not a point")]
    [InlineData(Question, "八百米在图上", "我叫王某，八百米在图上", "says who the candidate is")]
    [InlineData(Question, "八百米在图上", "**八百米**在图上", "is markup")]
    [InlineData(Question, "八百米在图上", "八百米,在图上", "half-width punctuation")]
    [InlineData(Lesson, "## 自测", "## 测试", "“## 自测” is missing")]
    [InlineData(Lesson, "### 范例", "### 例", "needs “### 范例”")]
    [InlineData(Lesson, "- [x] 说已经看到", "- [ ] 说已经看到", "exactly one of them right")]
    [InlineData(Lesson, "｜他还没被听见", "，他还没被听见", "is written “- [ ] option｜reason”")]
    [InlineData(Lesson, "questions: [bus-stop]", "questions: [no-stop]", "there is no question “no-stop”")]
    [InlineData(Lesson, "/lessons/second-words", "/lessons/third-words", "leads nowhere")]
    [InlineData(Lesson, "](attitude.face)", "](attitude.fact)", "there is no scoring point “attitude.fact”")]
    [InlineData(Lesson, "points: [attitude.face]", "points: [attitude.fact]", "“attitude.fact” is not a point")]
    [InlineData(Lesson, "stage: attitude", "stage: altitude", "“altitude” is not a stage")]
    [InlineData(Lesson, "minutes: 5", "minutes: 20", "whole number from 4 to 8")]
    [InlineData(Track, "[first-words, second-words]", "[first-words]", "has no place in the track")]
    [InlineData(Track, "[first-words, second-words]", "[first-words, second-words, third]", "there is no lesson “third”")]
    [InlineData(Frame, "id: stance.view", "id: other.view", "must begin with its stage")]
    [InlineData(Frame, "types: [analysis]", "types: [analyses]", "“analyses” is not a question type")]
    [InlineData(Paper, "minutes: 10", "minutes: 20", "do not fit 20 minutes")]
    [InlineData(Paper, "bus-stop]", "no-stop]", "there is no question “no-stop”")]
    [InlineData(Card, "不适合：", "不行：", "the card has no “不适合：”")]
    [InlineData(Card, "point: attitude.thank", "point: attitude.tank", "named after its point")]
    public void A_wrong_file_is_named_with_line_and_reason(string file, string find, string replacement, string reason)
    {
        sample.Change(file, text => SampleFolder.ReplaceFirst(text, find, replacement));

        var problems = sample.Problems();

        problems.Should().Contain(p => p.File == file && p.Message.Contains(reason, StringComparison.Ordinal), string.Join('\n', problems));
        problems.Should().OnlyContain(p => p.Line >= 1);
    }

    [Fact]
    public void The_line_is_the_authors_line()
    {
        sample.Change(Question, text => SampleFolder.ReplaceFirst(text, "difficulty: 2", "difficulty: 9"));

        sample.Problems().Should().ContainSingle().Which.ToString().Should().StartWith($"{Question}:3: ");
    }

    [Fact]
    public void Lengths_of_prompt_and_answers_are_held()
    {
        sample.Change(Question, text => text.Replace("公交公司在网上公告", new string('长', 230), StringComparison.Ordinal));
        sample.Problems().Should().Contain(p => p.Message.Contains("the prompt has", StringComparison.Ordinal));

        sample.Change(Question, text => SampleFolder.ReplaceFirst(text, "八百米在图上", new string('长', 400) + "八百米在图上"));
        sample.Problems().Should().Contain(p => p.Message.Contains("450 to 700 are allowed", StringComparison.Ordinal));
    }

    [Fact]
    public void An_expected_point_without_a_mark_is_found()
    {
        sample.Change(Question, text => text.Replace("](attitude.thank)", "](attitude.face)", StringComparison.Ordinal));

        sample.Problems().Should().Contain(p => p.Message.Contains("does not mark attitude.thank", StringComparison.Ordinal));
    }

    [Fact]
    public void Answers_that_share_wording_or_a_closing_sentence_are_found()
    {
        var copy = Path.Combine(sample.Folder, "questions", "public-doubt", "bus-stop-again.md");
        File.Copy(Path.Combine(sample.Folder, Question), copy);

        var problems = sample.Problems();

        problems.Should().Contain(p => p.Message.Contains("shares “", StringComparison.Ordinal));
        problems.Should().Contain(p => p.Message.Contains("the closing sentence", StringComparison.Ordinal));
        problems.Should().Contain(p => p.Message.Contains("the opening sentence", StringComparison.Ordinal));
    }

    [Fact]
    public void A_weak_answer_needs_known_faults_with_reasons_and_a_repair()
    {
        sample.Change(Question, text => text + "\n## 弱答案：抢着解释\n\n[我先说明路线没有问题](fault.nothing)，再慢慢听。\n");

        var problems = sample.Problems().Select(p => p.Message).ToList();

        problems.Should().Contain(m => m.Contains("is not a kind of fault", StringComparison.Ordinal));
        problems.Should().Contain(m => m.Contains("has no reason", StringComparison.Ordinal));
        problems.Should().Contain(m => m.Contains("needs “## 修改”", StringComparison.Ordinal));
    }

    [Fact]
    public void A_slug_twice_a_wrong_name_and_another_encoding_are_found()
    {
        File.Copy(Path.Combine(sample.Folder, Question), Path.Combine(sample.Folder, "questions", "analysis", "bus-stop.md"));
        File.Copy(Path.Combine(sample.Folder, Paper), Path.Combine(sample.Folder, "papers", "Three.md"));
        File.WriteAllBytes(Path.Combine(sample.Folder, "papers", "gbk.md"), [0x2d, 0x2d, 0x2d, 0x0a, 0xb9, 0xab]);

        var problems = sample.Problems().Select(p => p.Message).ToList();

        problems.Should().Contain(m => m.Contains("is taken by", StringComparison.Ordinal));
        problems.Should().Contain(m => m.Contains("only a-z", StringComparison.Ordinal));
        problems.Should().Contain(m => m.Contains("not UTF-8", StringComparison.Ordinal));
    }
}
