using System.Net;
using System.Text.Json;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;

namespace InterviewPrep.Tests.Features.Shared;

/// <summary>A list of several pages shows another part on each; the way on and back keeps what was filtered.</summary>
public sealed class PagingTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task The_second_page_of_the_drafts_holds_what_the_first_does_not()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/practice/bus-stop");
        for (var i = 0; i < 25; i++)
            (await visitor.PutAsync($"/api/drafts/bus-stop~{Guid.CreateVersion7()}", JsonSerializer.Serialize(new { baseRevision = 0, sections = new { attitude = $"第 {i} 次写。" } }), page)).Status.Should().Be(HttpStatusCode.OK);

        await TwoPagesAsync(visitor, "/drafts", "main li a[href^='/drafts/']");
        (await visitor.GetAsync("/drafts?page=3")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_second_page_of_people_and_of_the_audit_log_holds_what_the_first_does_not_and_keeps_the_filter()
    {
        using var administrator = await app.NewPersonAsync("翻页的管理员", Roles.Administrator);
        await app.InDbAsync(db =>
        {
            for (var i = 0; i < 60; i++)
            {
                db.Add(new AppUser { Id = Guid.CreateVersion7(), UserName = $"paged{i:00}", NormalizedUserName = $"PAGED{i:00}", DisplayName = $"分页{i:00}", CreatedAt = app.Clock.GetUtcNow() });
                db.Add(new AuditEntry(AuditEvents.Exported, null, null, $"第 {i:00} 份", "", "", app.Clock.GetUtcNow()));
            }
            return db.SaveChangesAsync();
        });

        await TwoPagesAsync(administrator, "/admin/people?q=paged", "tbody tr");
        await TwoPagesAsync(administrator, $"/admin/audit?what={AuditEvents.Exported}", "tbody tr");
    }

    private static async Task TwoPagesAsync(Visitor visitor, string address, string rows)
    {
        var first = await visitor.GetAsync(address);
        var second = await visitor.GetAsync(first.One("a[rel=next]").GetAttribute("href")!);
        var (before, after) = (Texts(first, rows), Texts(second, rows));
        before.Should().NotBeEmpty();
        after.Should().NotBeEmpty().And.NotIntersectWith(before);
        second.TextOf("nav.pager").Should().Contain("第 2 页");

        var back = await visitor.GetAsync(second.One("a[rel=prev]").GetAttribute("href")!);
        Texts(back, rows).Should().Equal(before);
        if (address.Split('?') is [_, var filter]) second.One("a[rel=prev]").GetAttribute("href").Should().Contain(filter);
    }

    private static List<string> Texts(Answer page, string rows) =>
        [.. page.Page.QuerySelectorAll(rows).Select(r => (r.GetAttribute("href") ?? "") + r.TextContent.Trim())];
}
