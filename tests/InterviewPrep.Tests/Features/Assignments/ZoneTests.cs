using InterviewPrep.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Assignments;

/// <summary>A site in another zone.</summary>
public sealed class NewYorkApp : App
{
    protected override IEnumerable<string> Settings => ["--Site:TimeZone=America/New_York"];
}

/// <summary>Deadlines where neither the server nor Beijing has the say.</summary>
public sealed class ZoneTests(NewYorkApp app) : IClassFixture<NewYorkApp>
{
    [Fact]
    public async Task A_deadline_is_meant_and_shown_in_the_sites_zone_also_after_the_clocks_have_changed()
    {
        app.Clock.SetUtcNow(new DateTimeOffset(2027, 10, 29, 12, 0, 0, TimeSpan.Zero));
        using var room = await Classroom.NewAsync(app);
        // Two days before the clocks go back on the 7th of November, and a week after.
        var page = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/new"), "#assign button[value=set]",
            ("Pick", People.Question), ("Input.DueAt", "2027-11-05T23:59"));
        var copy = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync(page.Address.AbsolutePath + "/copy"), "main form", ("target", room.ClassId.ToString()), ("weeks", "1"));
        page.TextOf("aside dl").Should().Contain("11月5日 23:59");
        copy.One("input[name='Input.DueAt']").GetAttribute("value").Should().Be("2027-11-12T23:59");
        copy.Text.Should().Contain("America/New_York");
        var due = await app.InDbAsync(db => db.Assignments.Where(a => a.ClassId == room.ClassId).OrderBy(a => a.DueAt).Select(a => a.DueAt).ToListAsync());
        due.Select(d => d.UtcDateTime).Should().Equal(new DateTime(2027, 11, 6, 3, 59, 0, DateTimeKind.Utc), new DateTime(2027, 11, 13, 4, 59, 0, DateTimeKind.Utc));
    }
}
