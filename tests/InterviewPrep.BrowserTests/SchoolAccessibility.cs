using Deque.AxeCore.Playwright;
using InterviewPrep.BrowserTests.Support;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Marking.Appeals;
using InterviewPrep.Web.Features.Marking.Exemplars;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace InterviewPrep.BrowserTests;

/// <summary>No page of a class, its assignments, the marking and what comes back has a violation that axe-core can find, or is wider than a phone.</summary>
[Collection(BrowserGroup.Name)]
public sealed class SchoolAccessibility(Browser browser, Site site)
{
    private const string Question = "bus-stop-cut-notice";

    [BrowserFact]
    public async Task No_page_of_the_school_has_a_violation_and_all_fit_a_phone()
    {
        using var room = await Classroom.NewAsync(site);
        var marked = await room.AssignAsync(null, Question);
        var submission = (await room.AnswerAsync(marked, room.AId)).Submissions.Single().Id;
        await room.AnswerAsync(marked, room.BId);
        await room.MarkAllAsync(marked);
        await room.ReleaseAsync(marked);
        await DoubtAsync(room, submission);
        var open = await room.AssignAsync(p => p with { IsAnonymous = true }, Question);
        await room.BeginAsync(open, room.AId);
        var rubric = await site.InDbAsync(db => db.AssignmentQuestions.Where(q => q.AssignmentId == open).Select(q => q.Id).SingleAsync());
        var (school, work) = ($"/classes/{room.ClassId}", $"/classes/{room.ClassId}/assignments/{marked}");

        string[] teachers =
            [
                "/", school, $"{school}/people", $"{school}/roster", $"{school}/settings", $"{school}/log", $"{school}/progress", $"{school}/exemplars", $"{school}/assignments/new",
                work, $"{work}/marking", $"{work}/marking/{submission}", $"{school}/assignments/{open}/marking/rubric/{rubric}", $"{work}/overview", $"{work}/follow-up", $"{work}/appeals",
                $"{work}/phrases", $"{work}/exemplars", $"{work}/redo", $"{work}/reminders", "/daily", "/questions/own", "/assignments", "/scans",
            ];
        string[] learners = ["/", school, $"/assignments/{open}", $"/assignments/{open}/hand-in", "/assignments", "/feedback", $"/feedback/{submission}", $"/feedback/{submission}/appeal?element=e2"];

        var problems = await LookAsync(room.Teacher, 1280, ColorScheme.Dark, teachers, withAxe: true);
        problems.AddRange(await LookAsync(room.Teacher, 390, ColorScheme.Light, teachers, withAxe: false));
        problems.AddRange(await LookAsync(room.A, 390, ColorScheme.Light, learners, withAxe: true));

        problems.Should().BeEmpty();
    }

    private Task<int> DoubtAsync(Classroom room, Guid submission) => site.InDbAsync(async db =>
    {
        var now = site.Clock.GetUtcNow();
        var mark = await db.Marks.Include(m => m.Rubric).Include(m => m.Submission.Assignment.Release).SingleAsync(m => m.SubmissionId == submission);
        db.Add(Appeal.Ask(mark, mark.Submission.Assignment.Release!, [], mark.Scores[0].Element, "第一句里说了三个工作日，请老师再看一下。", now).Appeal!);
        db.Add(new Exemplar(submission, "先找到人，再去查。", room.TeacherId, now));
        return await db.SaveChangesAsync();
    });

    private async Task<List<string>> LookAsync(Visitor visitor, int width, ColorScheme scheme, string[] paths, bool withAxe)
    {
        var page = await browser.OpenAsync(site.Address, width, scheme, bypassCsp: true);
        await page.Context.AddCookiesAsync(visitor.Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Address.ToString() }));
        var problems = new List<string>();
        foreach (var path in paths)
        {
            var answer = await page.GotoAsync(path);
            if (answer!.Status != 200) problems.Add($"{path}: {answer.Status}");
            if (withAxe) problems.AddRange((await page.RunAxe()).Violations.SelectMany(v => v.Nodes.Select(n => $"{path}: {v.Id}: {n.Html}")));
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")) problems.Add($"{path}: wider than the screen");
        }
        await page.Context.CloseAsync();
        return problems;
    }
}
