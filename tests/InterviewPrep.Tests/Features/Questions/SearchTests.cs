using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Questions;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Features.Questions;

/// <summary>The search of the question bank, on the sample content: where words stand decides what comes first.</summary>
public sealed class SearchTests(App app) : IClassFixture<App>
{
    private const string BusStop = "/questions/bus-stop", OpenLawn = "/questions/open-lawn";

    [Theory]
    [InlineData("医院站", BusStop, "its prompt")]
    [InlineData("惹争议", BusStop, "its title")]
    [InlineData("管理中心", OpenLawn, "its post")]
    [InlineData("园林", OpenLawn, "its field")]
    [InlineData("感谢监督", BusStop, "the name of one of its points")]
    [InlineData("摆渡", BusStop, "a model answer")]
    [InlineData("草籽卡", OpenLawn, "a model answer")]
    public async Task A_word_is_found_wherever_the_question_holds_it(string word, string expected, string because)
    {
        using var visitor = app.NewVisitor();

        (await FoundAsync(visitor, word)).Should().Contain(expected, because);
    }

    [Fact]
    public async Task Prompts_come_first_then_titles_posts_fields_points_and_answers()
    {
        const string word = "蒲公英";
        await app.InDbAsync(async db =>
        {
            var library = app.Services.GetRequiredService<ContentStore>().Library;
            var plain = library.Questions.Single(q => q.Slug == "bus-stop") with { Title = "题", Prompt = "怎么办？", Post = "岗位", Field = "领域", Answers = [], Material = null };
            var framework = library.FindFramework(plain.Framework)!;
            // Added from the worst place to the best, so that the order is not that of the rows.
            Add("last", plain with { Answers = [new AnswerContent("示例", [new StageText("attitude", new MarkedText($"我去看{word}。", []))])] }, framework);
            Add("fifth", plain, framework with { Stages = [.. framework.Stages.Select(s => s with { Points = [.. s.Points.Select(p => p with { Name = word })] })] });
            Add("fourth", plain with { Field = word }, framework);
            Add("third", plain with { Post = $"{word}保护站工作人员" }, framework);
            Add("second", plain with { Title = $"{word}要不要拔" }, framework);
            Add("first", plain with { Prompt = $"小区里的{word}该不该拔？" }, framework);
            return await db.SaveChangesAsync();

            void Add(string slug, QuestionContent content, Framework named)
            {
                var question = db.Add(new Question(slug)).Entity;
                question.Revise(content with { Hash = slug }, app.Clock.GetUtcNow());
                question.Index(content, named);
            }
        });
        using var visitor = app.NewVisitor();

        (await FoundAsync(visitor, word)).Should().Equal("/questions/first", "/questions/second", "/questions/third", "/questions/fourth", "/questions/fifth", "/questions/last");
    }

    [Fact]
    public async Task Who_is_asked_about_comes_before_who_is_only_spoken_of()
    {
        using var visitor = app.NewVisitor();

        (await FoundAsync(visitor, "老人")).Should().Equal(BusStop, OpenLawn);
    }

    [Fact]
    public async Task A_question_that_only_its_answers_bring_up_says_so()
    {
        using var visitor = app.NewVisitor();

        (await visitor.GetAsync("/questions?q=摆渡")).TextOf("main li.card").Should().Contain("「摆渡」出现在这道题的示例作答里");
        (await visitor.GetAsync("/questions?q=医院站")).TextOf("main li.card").Should().NotContain("出现在");
    }

    [Fact]
    public async Task Every_word_must_be_there_but_each_may_stand_elsewhere()
    {
        using var visitor = app.NewVisitor();

        (await FoundAsync(visitor, "公交 摆渡")).Should().Equal(BusStop);
        (await FoundAsync(visitor, "公交 草籽卡")).Should().BeEmpty();
    }

    [Fact]
    public async Task What_an_assignment_withholds_is_not_searched()
    {
        using var room = await Classroom.NewAsync(app);
        await room.AssignAsync(p => p with { Reveal = Reveal.Never });

        (await FoundAsync(room.A, "摆渡")).Should().BeEmpty("the words of the model answer are kept from this class");
        (await FoundAsync(room.A, "感谢监督")).Should().NotContain(BusStop, "so are its points");
        (await FoundAsync(room.A, "医院站")).Should().Equal(BusStop);
        using var visitor = app.NewVisitor();
        (await FoundAsync(visitor, "摆渡")).Should().Equal(BusStop);
    }

    private static async Task<List<string>> FoundAsync(Visitor visitor, string words) =>
        [.. (await visitor.GetAsync("/questions?q=" + Uri.EscapeDataString(words))).Page.QuerySelectorAll("main h2 a").Select(a => a.GetAttribute("href")!)];
}
