using System.Net;
using System.Text.RegularExpressions;
using InterviewPrep.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Assignments;

/// <summary>Deadlines in a calendar program, and what it is told when one moves.</summary>
public sealed class CalendarTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_calendar_has_the_deadlines_under_a_secret_address_that_can_be_renewed()
    {
        using var room = await Classroom.NewAsync(app);
        var id = await room.AssignAsync(p => p with { Title = "a,b;c\\d 很长的标题用来看一看每一行是不是都折得对而不把一个汉字切成两半" });
        async Task<string> MakeAsync() => new Uri((await room.A.SubmitAsync(await room.A.GetAsync("/assignments/calendar"), "main form")).One("input[readonly]").GetAttribute("value")!).AbsolutePath;
        var first = await MakeAsync();
        using var phone = app.NewVisitor();
        var feed = await phone.GetAsync(first);
        feed.Response.Content.Headers.ContentType!.ToString().Should().Be("text/calendar; charset=utf-8");
        feed.Text.Split("\r\n").Should().OnlyContain(l => System.Text.Encoding.UTF8.GetByteCount(l) <= 75);
        var due = app.Clock.GetUtcNow().AddDays(2).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        feed.Text.Replace("\r\n ", "", StringComparison.Ordinal).Should().Contain($"UID:{id}@interviewprep\r\n").And.Contain($"DTEND:{due}\r\n")
            .And.Contain("a\\,b\\;c\\\\d 很长的标题");
        await MakeAsync();
        (await phone.GetAsync(first)).Status.Should().Be(HttpStatusCode.NotFound);
        (await phone.GetAsync("/calendar/x.ics")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    private sealed record Event(string End, string Modified, int Sequence, string Text);

    private static async Task<string> FeedOfAsync(Visitor person) =>
        new Uri((await person.SubmitAsync(await person.GetAsync("/assignments/calendar"), "main form")).One("input[readonly]").GetAttribute("value")!).AbsolutePath;

    private async Task<Event> ReadAsync(string feed, Guid assignment)
    {
        using var phone = app.NewVisitor();
        var text = (await phone.GetAsync(feed)).Text.Replace("\r\n ", "", StringComparison.Ordinal);
        var entry = text.Split("BEGIN:VEVENT").Single(e => e.Contains($"UID:{assignment}@", StringComparison.Ordinal));
        string Line(string name) => Regex.Match(entry, $"^{name}:(.*)\r$", RegexOptions.Multiline).Groups[1].Value;
        return new Event(Line("DTEND"), Line("LAST-MODIFIED"), int.Parse(Line("SEQUENCE"), System.Globalization.CultureInfo.InvariantCulture), Line("DESCRIPTION"));
    }

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Every_change_of_a_deadline_is_told_and_of_one_learners_more_time_to_that_learner_alone()
    {
        using var room = await Classroom.NewAsync(app);
        var id = await room.AssignAsync(p => p with { Pace = InterviewPrep.Web.Features.Assignments.Pace.Timed, Minutes = 20 });
        var address = $"/classes/{room.ClassId}/assignments/{id}";
        var (a, b, teacher) = (await FeedOfAsync(room.A), await FeedOfAsync(room.B), await FeedOfAsync(room.Teacher));
        var first = await ReadAsync(a, id);
        app.Clock.Advance(TimeSpan.FromHours(1));

        var edit = await room.Teacher.GetAsync(address + "/edit");
        var due = DateTime.Parse(edit.One("[name='Input.DueAt']").GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture).AddDays(3);
        await room.Teacher.SubmitAsync(edit, "main form", ("Input.DueAt", $"{due:yyyy-MM-ddTHH:mm}"), ("Input.CutOffAt", ""));

        foreach (var feed in new[] { a, b, teacher })
        {
            var moved = await ReadAsync(feed, id);
            (moved.Modified, moved.Sequence).Should().Be((Stamp(app.Clock.GetUtcNow()), first.Sequence + 1));
            moved.End.Should().NotBe(first.End);
        }
        var before = await ReadAsync(b, id);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(address), "form[action*=Extend] button", ("learner", room.AId.ToString()), ("hours", "24"), ("extraMinutes", "10"));
        var extended = await ReadAsync(a, id);
        (extended.Modified, extended.Sequence).Should().Be((Stamp(app.Clock.GetUtcNow()), first.Sequence + 2));
        extended.Text.Should().Contain("限时 30 分钟");
        (await ReadAsync(b, id)).Should().Be(before);
        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(address), "form[action*=Extend] button", ("learner", room.AId.ToString()), ("hours", "0"), ("extraMinutes", "0"));
        var takenBack = await ReadAsync(a, id);
        (takenBack.End, takenBack.Sequence).Should().Be((before.End, first.Sequence + 3));
    }

    [Fact]
    public async Task Work_that_is_given_back_moves_its_learners_entry_and_a_class_that_is_renamed_is_a_change()
    {
        using var room = await Classroom.NewAsync(app);
        var id = await room.AssignAsync();
        await room.AnswerAsync(id, room.AId);
        var feed = await FeedOfAsync(room.A);
        var first = await ReadAsync(feed, id);
        app.Clock.Advance(TimeSpan.FromHours(1));

        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{id}/redo"), "details form", ("reason", "行动一步没有写，请补上。"));

        var returned = await ReadAsync(feed, id);
        var until = await app.InDbAsync(db => db.Attempts.Where(t => t.AssignmentId == id).Select(t => t.Returned!.DueAt).SingleAsync());
        (returned.End, returned.Modified, returned.Sequence).Should().Be((Stamp(until), Stamp(app.Clock.GetUtcNow()), first.Sequence + 1));
        await room.AnswerAsync(id, room.AId, "补上了，" + People.Words);
        (await ReadAsync(feed, id)).Should().Be(returned, "handing in again moves no deadline");
        app.Clock.Advance(TimeSpan.FromHours(1));
        await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"/classes/{room.ClassId}/settings"), "form[action*=Rename]", ("name", "改了名的班"));
        var renamed = await ReadAsync(feed, id);
        (renamed.Text, renamed.Modified).Should().Be(("改了名的班", Stamp(app.Clock.GetUtcNow())));
    }
}
