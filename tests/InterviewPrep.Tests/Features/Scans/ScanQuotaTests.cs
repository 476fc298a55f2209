using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace InterviewPrep.Tests.Features.Scans;

/// <summary>How many photographs one person may keep, and which go by themselves.</summary>
public sealed class ScanQuotaTests(App app) : IClassFixture<App>
{
    private Task<Guid> IdAsync(string name) => app.InDbAsync(db => db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync());

    /// <summary>Pages of a practice of one's own, as if they had been filed over the weeks.</summary>
    private Task<int> FileAsync(Guid owner, int pages, bool replaced, int bytes = 900) => app.InDbAsync(async db =>
    {
        var now = app.Clock.GetUtcNow();
        var answer = db.Add(new ScannedAnswer(owner, (await db.CurrentRevisionAsync(People.Question, owner, default))!, replaced ? 2 : 1, now)).Entity;
        for (var i = 0; i < pages; i++)
        {
            var page = db.Add(new ScanPage(owner, $"{Guid.NewGuid():N}", 300, 300, bytes, "", now)).Entity;
            page.File(answer, i + 1, pages, "", now);
            if (replaced) page.Replace(now);
        }
        return await db.SaveChangesAsync();
    });

    [Theory]
    [InlineData("满了张数的人", ScanQuota.MostPages, 900)]
    [InlineData("满了字节的人", 2, (int)(ScanQuota.MostBytes / 2))]
    public async Task Filed_and_replaced_photos_count_and_one_too_many_is_refused_with_what_to_do(string name, int pages, int bytes)
    {
        using var person = await app.NewPersonAsync(name);
        await FileAsync(await IdAsync(name), pages / 2, replaced: false, bytes);
        (await Photos.SendAsync(app, person, Photos.Take())).Status.Should().Be(HttpStatusCode.OK, "there is room yet");
        await FileAsync(await IdAsync(name), pages / 2, replaced: true, bytes);

        var refused = await Photos.SendAsync(app, person, Photos.Take());

        refused.Status.Should().Be(HttpStatusCode.Conflict);
        refused.Json.GetProperty("title").GetString().Should().Contain("到上限了").And.Contain("交回手写的纸");
    }

    [Fact]
    public async Task A_full_tray_takes_no_more_until_something_is_filed()
    {
        using var person = await app.NewPersonAsync("满了托盘的人");
        var id = await IdAsync("满了托盘的人");
        await app.InDbAsync(db =>
        {
            for (var i = 0; i < ScanQuota.LargestTray; i++) db.Add(new ScanPage(id, $"{Guid.NewGuid():N}", 300, 300, 900, "", app.Clock.GetUtcNow()));
            return db.SaveChangesAsync();
        });

        (await Photos.SendAsync(app, person, Photos.Take())).Json.GetProperty("title").GetString().Should().Contain("待放的纸太多了");
        await app.InDbAsync(db => db.ScanPages.Where(p => p.UploadedById == id).OrderBy(p => p.Id).Take(1).ExecuteDeleteAsync());
        (await Photos.SendAsync(app, person, Photos.Take())).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_replaced_photo_of_practice_goes_after_a_month_one_of_handed_in_work_stays_and_a_picture_without_a_row_goes()
    {
        using var room = await Classroom.NewAsync(app);
        var folder = app.Services.GetRequiredService<ScanFolder>();
        var code = await PaperInClassTests.CodeAsync(room, await room.AssignAsync(), room.AId);
        var handedIn = (await Photos.SendAsync(app, room.Teacher, Photos.Take(), code)).Json.GetProperty("id").GetGuid();
        await FileAsync(room.AId, 2, replaced: true);
        var practised = await app.InDbAsync(db => db.ScanPages.Where(p => p.UploadedById == room.AId).Select(p => p.Id).ToListAsync());
        foreach (var page in practised) await folder.WriteAsync(page, Photos.Take(), default);
        await app.InDbAsync(async db =>
        {
            (await db.ScanPages.SingleAsync(p => p.Id == handedIn)).Replace(app.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        var orphan = Guid.NewGuid();
        await folder.WriteAsync(orphan, Photos.Take(), default);
        File.SetLastWriteTimeUtc(folder.PathOf(orphan), app.Clock.GetUtcNow().UtcDateTime.AddDays(-2));

        await SweepAsync();
        practised.Should().OnlyContain(p => File.Exists(folder.PathOf(p)), "they can still be had back");
        File.Exists(folder.PathOf(orphan)).Should().BeFalse();
        app.Clock.Advance(ScanSweep.ReplacedKept + TimeSpan.FromDays(1));
        await SweepAsync();

        practised.Should().NotContain(p => File.Exists(folder.PathOf(p)));
        (await app.InDbAsync(db => db.ScanPages.CountAsync(p => practised.Contains(p.Id)))).Should().Be(0);
        File.Exists(folder.PathOf(handedIn)).Should().BeTrue();
    }

    private Task SweepAsync() => app.Services.GetServices<IHostedService>().OfType<DataSweeper>().Single().RunAsync(default);
}
