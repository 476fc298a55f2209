using System.Net;
using System.Text;
using InterviewPrep.Tests.Features.Scans;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Handwriting;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Classes;

/// <summary>The largest roster, own question, photograph and tray of photographs that the site takes cost a bounded multiple of ordinary ones.</summary>
[Collection(MeasuredGroup.Name)]
public sealed class LargestUploadTests(App app) : IClassFixture<App>
{
    private static byte[] Roster(int rows) => Encoding.UTF8.GetBytes(string.Concat(
        Enumerable.Range(1, rows).Select(i => Line($"2026{i:00000}", $"王某{i}", "走读")).Prepend(Line("学号", "姓名", "备注"))));

    private static string Line(params string[] cells) => string.Join(',', cells) + "\n";

    [Fact]
    public async Task A_roster_file_seen_and_taken_and_the_pages_of_its_class()
    {
        using var usual = await Classroom.NewAsync(app);
        using var largest = await Classroom.NewAsync(app);
        async Task TakeAsync(Classroom room, int rows)
        {
            var preview = await room.UploadAsync(Roster(rows));
            preview.Text.Should().Contain("冲突 0");
            (await room.Teacher.SubmitAsync(preview, "form[action*=Apply]")).Status.Should().Be(HttpStatusCode.OK);
        }

        await CostComparison.CompareAsync("roster", () => TakeAsync(usual, 60), () => TakeAsync(largest, RosterPlan.MostLines));

        (await largest.RosterAsync(app)).Should().HaveCountGreaterThanOrEqualTo(RosterPlan.MostLines);
        foreach (var page in new[] { "", "/roster", "/people", "/slips", "/sheets" })
            await CostComparison.CompareAsync(page, () => usual.Teacher.GetAsync($"/classes/{usual.ClassId}{page}"), () => largest.Teacher.GetAsync($"/classes/{largest.ClassId}{page}"));
    }

    [Fact]
    public async Task An_own_question_with_every_field_as_long_as_it_may_be()
    {
        using var room = await Classroom.NewAsync(app);
        var page = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync($"/questions/{People.Question}"), "form[action*=Copy]");
        var fields = page.Page.QuerySelectorAll("main form textarea[name]").Select(f => f.GetAttribute("name")!).ToList();
        fields.Should().HaveCountGreaterThan(5);

        // Every sentence another one, with a mark of a point in each.
        string Long() => string.Concat(Enumerable.Range(0, 150).Select(i => $"[第{i}句](attitude.thank)我先道歉再查清楚。"));
        await CostComparison.CompareAsync("own question", () => room.Teacher.SubmitAsync(page, "button[value=ready]"), () => room.Teacher.SubmitAsync(page, "button[value=ready]", [.. fields.Select(f => (f, Long()))]));
    }

    [Fact]
    public async Task A_photograph_with_the_most_pixels()
    {
        using var person = await app.NewPersonAsync("大照片");
        var large = Photos.Take(11_000, 5_800);

        await CostComparison.CompareAsync("photograph", async () => (await Photos.SendAsync(app, person, Photos.Take())).Status.Should().Be(HttpStatusCode.OK),
            async () => (await Photos.SendAsync(app, person, large)).Status.Should().Be(HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_full_tray()
    {
        using var usual = await app.NewPersonAsync("三张照片");
        using var largest = await app.NewPersonAsync("满满的照片");
        foreach (var (name, pages) in new[] { ("三张照片", 3), ("满满的照片", ScanQuota.LargestTray) })
        {
            await app.InDbAsync(async db =>
            {
                var id = await db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync();
                for (var i = 0; i < pages; i++) db.Add(new ScanPage(id, $"{Guid.NewGuid():N}", 300, 300, 900, "", app.Clock.GetUtcNow()));
                return await db.SaveChangesAsync();
            });
        }

        await CostComparison.CompareAsync("tray", () => usual.GetAsync("/scans"), () => largest.GetAsync("/scans"));
    }
}
