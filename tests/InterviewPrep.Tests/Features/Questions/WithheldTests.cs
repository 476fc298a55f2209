using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Questions;

/// <summary>What an assignment keeps back is kept back on every page, print and file, whatever else the learner is on the site.</summary>
public sealed class WithheldTests(App app) : IClassFixture<App>
{
    private static readonly string[] Addresses =
    [
        "/questions/bus-stop", "/practice/bus-stop", "/sheets/bus-stop?kind=hints", "/sheets/bus-stop?kind=points", "/sheets/bus-stop?kind=model", "/sheets/bus-stop?kind=twomodels",
        "/sheets/set?q=bus-stop&q=open-lawn&kind=points", "/sheets/set?q=bus-stop&kind=book", "/sheets/paper/three?kind=hints", "/sheets/bus-stop/word?kind=points", "/questions?q=摆渡",
    ];

    [Fact]
    public async Task Somebody_who_teaches_a_class_and_learns_in_another_sees_no_more_than_the_other_learners()
    {
        using var room = await Classroom.NewAsync(app);
        var person = room.Stranger;
        string[] addresses = [.. Addresses, $"/classes/{room.StrangersClassId}/sheets?q=bus-stop&kind=points"];
        var secrets = await SecretsAsync();
        await EnrolAsync(room);
        await person.WriteAsync(action: "finish");
        (await SeenAsync(person, addresses, secrets)).Should().BeEquivalentTo(secrets, "nothing is withheld yet, and each of them stands somewhere");

        await room.AssignAsync(p => p with { Reveal = Reveal.Never });

        (await SeenAsync(person, addresses, secrets)).Should().BeEmpty();
        (await person.GetAsync("/sheets/bus-stop?kind=points")).TextOf("[role=status]").Should().Contain("正在您的作业里");
        (await person.GetAsync("/questions/bus-stop")).TextOf("main .note").Should().Be(IWithheldAnswers.Notice);
        (await person.GetAsync($"/drafts/{(await person.GetAsync("/questions/bus-stop")).One("main li a[href^='/drafts/']").GetAttribute("href")![8..]}/review")).TextOf("h1").Should().Contain("还没到");
        using var visitor = app.NewVisitor();
        (await SeenAsync(visitor, ["/questions/bus-stop", "/practice/bus-stop"], secrets)).Should().NotBeEmpty("what the site shows to everybody stays public, as the manual says");
    }

    [Fact]
    public async Task It_cannot_be_copied_into_an_own_question_either()
    {
        using var room = await Classroom.NewAsync(app);
        await EnrolAsync(room);
        var page = await room.Stranger.GetAsync("/questions/bus-stop");
        await room.AssignAsync(p => p with { Reveal = Reveal.Never });

        var answer = await room.Stranger.SubmitAsync(page, "form[action*='handler=Copy']");

        answer.Address.AbsolutePath.Should().Be("/questions/bus-stop");
        answer.Page.QuerySelector("form[action*='handler=Copy']").Should().BeNull();
        (await app.InDbAsync(db => db.Questions.CountAsync(q => q.OwnerId == room.StrangerId))).Should().Be(0);
    }

    [Fact]
    public async Task The_desk_of_an_own_class_shows_no_points_of_it()
    {
        using var room = await Classroom.NewAsync(app);
        await EnrolAsync(room);
        var (assignment, submission) = await OwnAssignmentAsync(room);
        var desk = $"/classes/{room.StrangersClassId}/assignments/{assignment}/marking/{submission}";
        (await room.Stranger.GetAsync(desk)).Text.Should().Contain("points-h");

        await room.AssignAsync(p => p with { Reveal = Reveal.Never });

        (await room.Stranger.GetAsync(desk)).Text.Should().NotContain("points-h");
        (await room.Stranger.GetAsync($"/classes/{room.StrangersClassId}/assignments/{assignment}/overview")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_question_for_exams_stays_closed_after_the_learner_has_left_the_class()
    {
        using var room = await Classroom.NewAsync(app);
        var id = await app.InDbAsync(db => db.Questions.Where(q => q.Slug == People.OtherQuestion).Select(q => q.Id).SingleAsync());
        var assignment = await room.AssignAsync(p => p with { Reveal = Reveal.Never }, People.OtherQuestion);
        var attempt = await room.BeginAsync(assignment, room.AId);
        await room.WriteAsync(attempt, People.Words);
        await room.HandInAsync(attempt.Id, room.AId);
        await app.InDbAsync(db => db.Questions.Where(q => q.Id == id).ExecuteUpdateAsync(s => s.SetProperty(q => q.Visibility, QuestionVisibility.Private)));
        try
        {
            var review = $"/drafts/{attempt.Drafts.Single().DraftId}/review";
            (await room.A.GetAsync(review)).TextOf("h1").Should().Contain("还没到");
            await app.InDbAsync(db => db.Memberships.Where(m => m.UserId == room.AId).ExecuteUpdateAsync(s => s.SetProperty(m => m.LeftAt, app.Clock.GetUtcNow())));

            (await room.A.GetAsync(review)).TextOf("h1").Should().Contain("还没到");
            using var visitor = app.NewVisitor();
            (await visitor.GetAsync($"/questions/{People.OtherQuestion}")).Status.Should().Be(HttpStatusCode.NotFound);
        }
        finally
        {
            await app.InDbAsync(db => db.Questions.Where(q => q.Id == id).ExecuteUpdateAsync(s => s.SetProperty(q => q.Visibility, QuestionVisibility.Site)));
        }
    }

    private Task<int> EnrolAsync(Classroom room) => app.InDbAsync(async db =>
    {
        var own = await db.Classes.Include(c => c.Members).SingleAsync(c => c.Id == room.ClassId);
        own.Enrol(room.StrangerId, app.Clock.GetUtcNow());
        return await db.SaveChangesAsync();
    });

    private async Task<(Guid Assignment, Guid Submission)> OwnAssignmentAsync(Classroom room)
    {
        var assignment = await app.InDbAsync(async db =>
        {
            var now = app.Clock.GetUtcNow();
            var own = await db.Classes.Include(c => c.Members).SingleAsync(c => c.Id == room.StrangersClassId);
            own.Enrol(room.BId, now);
            var plan = new AssignmentPlan("自己班的作业", "", Pace.Free, 0, false, now.AddHours(-1), now.AddDays(2), now.AddDays(3), 2, Reveal.AfterRelease, null, false);
            var added = db.Add(new Assignment(own.Id, plan, [(await db.CurrentRevisionAsync(People.Question, null, default))!], null, room.StrangerId, now)).Entity;
            await db.SaveChangesAsync();
            return added.Id;
        });
        var attempt = await room.AnswerAsync(assignment, room.BId);
        return (assignment, await app.InDbAsync(db => db.Submissions.Where(s => s.AttemptId == attempt.Id).Select(s => s.Id).SingleAsync()));
    }

    // 审题, what a point asks for, and the beginning of each stage of each model answer.
    private Task<string[]> SecretsAsync() => app.InDbAsync(async db =>
    {
        var revision = (await db.CurrentRevisionAsync(People.Question, null, default))!;
        return (string[])[revision.Analysis.Identity, revision.Analysis.Conflict, revision.Analysis.Order, "表明群众的事没有小事", .. revision.Answers.SelectMany(a => a.Stages).Select(s => s.Text.Text[..10])];
    });

    private static async Task<List<string>> SeenAsync(Visitor person, IEnumerable<string> addresses, string[] secrets)
    {
        var seen = new HashSet<string>();
        foreach (var address in addresses)
        {
            var text = await TextAsync(person, address);
            seen.UnionWith(secrets.Where(s => text.Contains(s, StringComparison.Ordinal)));
        }
        return [.. seen];
    }

    // The words without the tags between them.
    private static async Task<string> TextAsync(Visitor person, string address)
    {
        if (!address.Contains("/word", StringComparison.Ordinal)) return (await person.GetAsync(address)).Page.Body!.TextContent;
        await using var file = await person.Client.GetStreamAsync(new Uri(address, UriKind.Relative));
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory);
        using var zip = new ZipArchive(memory);
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return Regex.Replace(await reader.ReadToEndAsync(), "<[^>]+>", "");
    }
}
