using System.Net;
using System.Text.Json;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Drafts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace InterviewPrep.Tests.Features.Drafts;

/// <summary>How much one person can keep, what makes room for what, and that nothing typed is lost at the limit.</summary>
public sealed class LimitTests(App app) : IClassFixture<App>
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static string Body(int baseRevision, string text, bool begin = false) => JsonSerializer.Serialize(new { baseRevision, begin, sections = new { attitude = text } });

    [Fact]
    public async Task At_the_limit_of_bytes_a_longer_text_is_refused_with_its_words_on_the_page_and_a_shorter_one_is_kept()
    {
        using var visitor = app.NewVisitor();
        await visitor.WriteAsync();
        var page = await visitor.GetAsync("/practice/bus-stop");
        var id = Guid.Parse(page.DraftId());
        await visitor.PutAsync($"/api/drafts/{id}", Body(page.Revision(), People.Words + "第二版。", begin: true), page);
        page = await visitor.GetAsync("/practice/bus-stop");
        await app.InDbAsync(async db => await db.DraftVersions.Where(v => v.Id == db.DraftVersions.Where(o => o.DraftId == id).Min(o => o.Id)).ExecuteUpdateAsync(s => s.SetProperty(v => v.Bytes, DraftLimits.MostBytes)));

        var saved = await visitor.PutAsync($"/api/drafts/{id}", Body(page.Revision(), People.Words + "再加一句。", begin: true), page);
        var form = await visitor.SubmitAsync(page, "form.practice button[value=save]", ("sections.attitude", new string('长', 400)));
        var shorter = await visitor.PutAsync($"/api/drafts/{id}", Body(page.Revision(), "短了。"), page);

        saved.Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        saved.Json.GetProperty("title").GetString().Should().Contain("上限").And.Contain("我的作答");
        (await app.InDbAsync(db => db.DraftVersions.CountAsync(v => v.DraftId == id))).Should().Be(2);
        form.Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        form.TextOf("textarea[name='sections.attitude']").Should().HaveLength(400);
        shorter.Status.Should().Be(HttpStatusCode.OK, "what takes less room than before always fits");
    }

    [Fact]
    public async Task Texts_of_conflicts_are_kept_up_to_a_number_and_the_page_is_told_when_it_has_the_only_copy()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/practice/bus-stop");
        var path = $"/api/drafts/{page.DraftId()}";
        await visitor.PutAsync(path, Body(0, "甲"), page);
        await visitor.PutAsync(path, Body(1, "乙"), page);
        var id = Guid.Parse(page.DraftId().Split('~')[^1]);

        for (var i = 0; i < DraftLimits.MostAsides; i++) (await visitor.PutAsync(path, Body(1, $"另一份第{i}种写法"), page)).Json.GetProperty("kept").GetBoolean().Should().BeTrue();
        var over = await visitor.PutAsync(path, Body(1, "再来一份不一样的"), page);

        over.Status.Should().Be(HttpStatusCode.Conflict);
        over.Json.GetProperty("kept").GetBoolean().Should().BeFalse();
        (await app.InDbAsync(db => db.DraftVersions.CountAsync(v => v.DraftId == id && v.IsAside))).Should().Be(DraftLimits.MostAsides);
        app.Clock.Advance(DraftLimits.AsideKept + TimeSpan.FromHours(1));
        (await visitor.PutAsync(path, Body(1, "一个月以后的"), page)).Json.GetProperty("kept").GetBoolean().Should().BeTrue("an old one makes room");
    }

    [Fact]
    public void Older_versions_lie_wider_apart_and_named_ones_and_the_newest_stay()
    {
        VersionAge Version(int id, TimeSpan age, bool named = false) => new(id, Now - age, named);
        var day = TimeSpan.FromDays(1);

        var surplus = VersionThinning.Surplus(
        [
            Version(1, 60 * day + TimeSpan.FromHours(2)), Version(2, 60 * day + TimeSpan.FromHours(1), named: true), Version(3, 60 * day),
            Version(4, 20 * day + TimeSpan.FromMinutes(9)), Version(5, 20 * day + TimeSpan.FromMinutes(8)), Version(6, 20 * day - TimeSpan.FromHours(2)),
            Version(7, day), Version(8, day - TimeSpan.FromMinutes(1)), Version(9, TimeSpan.Zero),
        ], Now);

        surplus.Should().BeEquivalentTo([1, 4], "of a day two months ago and of an hour three weeks ago the last one stays");
    }

    [Fact]
    public void Beyond_the_number_the_oldest_that_nothing_protects_make_room()
    {
        var versions = Enumerable.Range(1, DraftLimits.MostVersions + 5).Select(i => new VersionAge(i, Now.AddMinutes(i - 1000), i == 1)).ToList();

        VersionThinning.Surplus(versions, Now).Should().BeEquivalentTo([2, 3, 4, 5, 6]);
    }

    [Fact]
    public async Task What_was_handed_in_or_named_is_never_thinned_out()
    {
        using var visitor = app.NewVisitor();
        await visitor.WriteAsync(action: "finish");
        var id = await app.InDbAsync(db => db.Drafts.OrderByDescending(d => d.CreatedAt).Select(d => d.Id).FirstAsync());
        var page = await visitor.GetAsync($"/practice/bus-stop?draft={id}");
        for (var i = 0; i < 4; i++) await visitor.PutAsync($"/api/drafts/{id}", Body(page.Revision() + i, $"改到第 {i} 回。", begin: true), page);
        app.Clock.Advance(TimeSpan.FromDays(100));

        await app.Services.GetServices<IHostedService>().OfType<DataSweeper>().Single().RunAsync(default);

        var kept = await app.InDbAsync(db => db.DraftVersions.Where(v => v.DraftId == id).OrderBy(v => v.Id).Select(v => new { v.Name, v.Text }).ToListAsync());
        kept.Should().HaveCount(3, "of the day one is kept beside the newest");
        kept[0].Name.Should().Be("交卷稿");
        kept[2].Text.Of("attitude").Should().Be("改到第 3 回。");
    }
}
