using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Features.Questions;

/// <summary>Questions of a teacher's own, by the pages.</summary>
public sealed class OwnQuestionTests(App app) : IClassFixture<App>
{
    private ContentLibrary Library => app.Services.GetRequiredService<ContentStore>().Library;

    private static async Task<Answer> CopyAsync(Classroom room) =>
        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"/questions/{People.Question}"), "form[action*=Copy]");

    [Fact]
    public async Task A_copy_is_changed_comes_into_force_and_is_seen_by_its_class_only()
    {
        using var room = await Classroom.NewAsync(app);
        var page = await CopyAsync(room);

        var ready = await room.Teacher.SubmitAsync(page, "button[value=ready]", ("title", "改过的站牌题"), ("visibility", "Class"), ("classId", room.ClassId.ToString()));

        ready.TextOf("[role=status]").Should().Contain("已生效");
        ready.Page.QuerySelectorAll("aside mark.stage").Should().NotBeEmpty();
        (await room.Teacher.GetAsync("/questions/own")).Text.Should().Contain("改过的站牌题");
        var slug = await app.InDbAsync(db => db.Questions.Where(q => q.OwnerId == room.TeacherId).Select(q => q.Slug).SingleAsync());
        (await room.A.GetAsync($"/questions/{slug}")).TextOf("h1").Should().Be("改过的站牌题");
        (await room.Stranger.GetAsync($"/questions/{slug}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await room.Stranger.GetAsync(ready.Address.AbsolutePath)).Status.Should().Be(HttpStatusCode.NotFound);
        (await room.A.GetAsync(ready.Address.AbsolutePath)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_fails_the_checks_is_kept_as_a_sketch_with_every_reason_in_Chinese()
    {
        using var room = await Classroom.NewAsync(app);
        var page = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync("/questions/own"), "main form");

        var refused = await room.Teacher.SubmitAsync(page, "button[value=ready]", ("title", "只有题名"), ("prompt", "太短"), ("framework", "attitude-action-longterm"));

        refused.TextOf("[role=alert]").Should().Contain("题干要 40 到 220 字").And.Contain("采分点要 5 到 9 个").And.Contain("请选题型").And.Contain("至少要 2 份示例作答");
        refused.One("input[name=title]").GetAttribute("value").Should().Be("只有题名");
        (await room.Teacher.GetAsync("/questions/own")).Text.Should().Contain("只有题名").And.Contain("草稿");
        (await app.InDbAsync(db => db.Questions.SingleAsync(q => q.OwnerId == room.TeacherId))).RevisionNumber.Should().Be(0);
    }

    [Fact]
    public async Task A_change_makes_a_revision_and_leaves_a_running_assignment_and_its_drafts_alone()
    {
        using var room = await Classroom.NewAsync(app);
        var ready = await room.Teacher.SubmitAsync(await CopyAsync(room), "button[value=ready]", ("title", "第一版"));
        var slug = await app.InDbAsync(db => db.Questions.Where(q => q.OwnerId == room.TeacherId).Select(q => q.Slug).SingleAsync());
        var id = await room.AssignAsync(null, slug);
        var practice = await room.A.SubmitAsync(await room.A.GetAsync($"/assignments/{id}"), "main form");
        var prompt = practice.TextOf("h1");

        var changed = await room.Teacher.SubmitAsync(ready, "button[value=ready]", ("prompt", "换了一个说法。" + ready.One("textarea[name=prompt]").TextContent.Trim()[..100]));

        changed.Text.Should().Contain("第 2 版已生效");
        (await room.A.GetAsync(practice.Address.PathAndQuery)).TextOf("h1").Should().Be(prompt);
        (await room.A.GetAsync($"/assignments/{id}")).TextOf("p.prompt").Should().Be(prompt);
        (await room.A.GetAsync($"/questions/{slug}")).Status.Should().Be(HttpStatusCode.NotFound, "it is private outside the assignment");
    }

    [Fact]
    public async Task Own_questions_are_seen_by_whom_they_are_for_and_survive_an_import()
    {
        using var room = await Classroom.NewAsync(app);
        var now = app.Clock.GetUtcNow();
        var slug = await app.InDbAsync(async db =>
        {
            var form = OwnQuestionForm.From((await db.CurrentRevisionAsync(People.Question, null, default))!);
            form.Title = "自己的题";
            var question = Question.OwnedBy(room.TeacherId, now);
            var (read, breaches) = OwnQuestionForm.FromSketch(form.ToSketch()).Read(question.Slug, Library);
            breaches.Should().BeEmpty();
            question.Revise(read!, now);
            db.Add(question);
            await db.SaveChangesAsync();
            return question.Slug;
        });
        Task<bool> Sees(Guid? who) => app.InDbAsync(db => db.Current(who).AnyAsync(q => q.Slug == slug));

        (await Sees(room.TeacherId), await Sees(room.AId), await Sees(room.StrangerId), await Sees(null)).Should().Be((true, false, false, false));
        await app.InDbAsync(async db =>
        {
            (await db.Questions.SingleAsync(q => q.Slug == slug)).ShowTo(QuestionVisibility.Class, room.ClassId);
            return await db.SaveChangesAsync();
        });
        await room.RunAsync<QuestionImport, QuestionImport.Result>(i => i.RunAsync(Library, default));
        (await Sees(room.AId), await Sees(room.StrangerId)).Should().Be((true, false));
        (await room.A.GetAsync($"/questions/{slug}")).Text.Should().Contain("自己的题");
        (await room.Stranger.GetAsync($"/practice/{slug}")).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
