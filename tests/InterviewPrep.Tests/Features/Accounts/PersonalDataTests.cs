using System.IO.Compression;
using System.Net;
using System.Text.Json;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Features.Accounts;

/// <summary>The person's own page, the export and the end of an account.</summary>
public sealed class PersonalDataTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Who_one_is_here_is_kept_as_typed_and_the_pace_is_reckoned_with()
    {
        using var person = await app.NewPersonAsync("改资料");

        var saved = await person.SubmitAsync(await person.GetAsync("/account"), "main form",
            ("displayName", "𬱖·阿不都<b>"), ("studentNumber", "00123"), ("school", "某某师范学院"), ("pace", "110"));

        saved.TextOf("[role=status]").Should().Be("已保存。");
        saved.TextOf(".account a").Should().Be("𬱖·阿不都<b>");
        saved.One("input[name=studentNumber]").GetAttribute("value").Should().Be("00123");
        await person.WriteAsync("一二三四五六七八九十一");
        (await person.GetAsync("/practice/bus-stop")).TextOf("[data-total]").Should().Contain("约 6 秒");
    }

    [Theory]
    [InlineData("displayName", "", "不能空着")]
    [InlineData("displayName", "\u202E反着写", "U+202E")]
    [InlineData("studentNumber", "1\u00012", "U+0001")]
    [InlineData("pace", "20", "语速从 80")]
    [InlineData("pace", "abc", "语速从 80")]
    public async Task What_cannot_be_kept_is_said_and_nothing_is_changed(string field, string value, string reason)
    {
        using var person = await app.NewPersonAsync($"改错{Guid.NewGuid():N}"[..20]);

        var answer = await person.SubmitAsync(await person.GetAsync("/account"), "main form", (field, value));

        answer.TextOf("[role=alert]").Should().Contain(reason);
        (await person.GetAsync("/account")).One("input[name=displayName]").GetAttribute("value").Should().StartWith("改错");
    }

    [Fact]
    public async Task The_export_holds_everything_and_no_secret()
    {
        using var person = await DoEverythingAsync("导出的人");
        var id = await IdAsync("导出的人");

        using var zip = await ExportAsync(person);

        zip.Entries.Select(e => e.FullName).Should().Contain(["README.md", "account.json", "drafts.json", "lessons.json", "账号.md", "课程.md"]);
        zip.Entries.Count(e => e.FullName.StartsWith("作答/", StringComparison.Ordinal)).Should().Be(2);
        var drafts = Json(zip, "drafts.json");
        var kept = await app.InDbAsync(db => db.Drafts.Include(d => d.Versions).Where(d => d.OwnerId == id).OrderBy(d => d.CreatedAt).ThenBy(d => d.Id).ToListAsync());
        drafts.EnumerateArray().Select(d => d.GetProperty("sections").EnumerateObject().First().Value.GetString()).Should().Equal(kept.Select(d => d.Text.Values.First()));
        drafts.EnumerateArray().Sum(d => d.GetProperty("versions").GetArrayLength()).Should().Be(kept.Sum(d => d.Versions.Count));
        Json(zip, "lessons.json").GetProperty("read").GetArrayLength().Should().Be(1);
        Json(zip, "lessons.json").GetProperty("exercises")[0].GetProperty("text").GetString().Should().Be("练一句的话。");
        Json(zip, "account.json").GetProperty("log").GetArrayLength().Should().BePositive();
        var user = await app.InDbAsync(db => db.Users.SingleAsync(u => u.Id == id));
        foreach (var entry in zip.Entries) Text(entry).Should().NotContain(user.PasswordHash!).And.NotContain(user.SecurityStamp!);
        (await app.InDbAsync(db => db.AuditEntries.CountAsync(e => e.ActorId == id && e.What == AuditEvents.Exported))).Should().Be(1);
    }

    [Fact]
    public async Task Deleting_says_what_it_does_and_leaves_nothing_but_the_log()
    {
        using var person = await DoEverythingAsync("要走的人");
        using var stays = await DoEverythingAsync("留下的人");
        var (id, other) = (await IdAsync("要走的人"), await IdAsync("留下的人"));
        var page = await person.GetAsync("/account/delete");
        page.TextOf("main ul").Should().Contain("2 份作答").And.Contain("1 课").And.Contain("操作日志");

        (await person.SubmitAsync(page, "main form", ("name", "打错了"))).TextOf("[role=alert]").Should().Contain("什么都没有删");
        (await RowsOfAsync(id)).Should().NotBeEmpty();
        (await person.SubmitAsync(page, "main form", ("name", "要走的人"))).Address.AbsolutePath.Should().Be("/account/deleted");

        (await RowsOfAsync(id)).Should().BeEquivalentTo(["AuditEntries"]);
        (await RowsOfAsync(other)).Should().Contain(["AspNetUsers", "Drafts"]);
        (await person.GetAsync("/account")).Address.AbsolutePath.Should().Be("/account/sign-in");
        using var again = app.NewVisitor();
        (await again.SignInAsync("要走的人")).TextOf("[role=alert]").Should().Contain("不对");
    }

    [Fact]
    public async Task The_only_administrator_cannot_leave()
    {
        using var admin = await app.NewPersonAsync("唯一的管理员", Roles.Administrator);

        var page = await admin.GetAsync("/account/delete");

        page.Page.QuerySelector("main form").Should().BeNull();
        page.TextOf(".note").Should().Contain("唯一的管理员");
    }

    [Fact]
    public async Task Every_table_with_an_owner_is_claimed_exported_and_deleted_by_somebody()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var covered = scope.ServiceProvider.GetServices<IPersonalData>().SelectMany(p => p.Covers).ToHashSet();
        var owned = scope.ServiceProvider.GetRequiredService<AppDb>().Model.GetEntityTypes()
            .Where(e => e.ClrType.Namespace!.StartsWith("InterviewPrep", StringComparison.Ordinal) && e.GetProperties().Any(p => p.Name is "OwnerId" or "UserId"))
            .Select(e => e.ClrType);

        owned.Except(covered).Should().BeEmpty("a feature that keeps rows of a person implements IPersonalData");
    }

    private async Task<Visitor> DoEverythingAsync(string name)
    {
        var person = await app.NewPersonAsync(name);
        await person.WriteAsync(action: "finish");
        await person.WriteAsync("另一题的话，够二十个字了，够二十个字了，够二十个字了。", People.OtherQuestion, "stance");
        var lesson = await person.GetAsync("/lessons/first-words");
        await person.SubmitAsync(lesson, "form[action*=Exercise]", ("answer", "练一句的话。"));
        await person.SubmitAsync(lesson, "button[formaction*=Read]");
        return person;
    }

    private static async Task<ZipArchive> ExportAsync(Visitor person)
    {
        var page = await person.GetAsync("/account/export");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", page.One("main input[name=__RequestVerificationToken]").GetAttribute("value")!)]);
        var response = await person.Client.PostAsync(new Uri("/account/export", UriKind.Relative), form);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/zip");
        response.Content.Headers.ContentDisposition!.FileName.Should().MatchRegex(@"^my-data-\d{8}\.zip$");
        return new ZipArchive(await response.Content.ReadAsStreamAsync());
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static JsonElement Json(ZipArchive zip, string name) => JsonDocument.Parse(Text(zip.GetEntry(name)!)).RootElement;

    private Task<Guid> IdAsync(string name) => app.InDbAsync(db => db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync());

    /// <summary>Tables in which an id stands, in whatever column.</summary>
    private Task<List<string>> RowsOfAsync(Guid id) => app.InDbAsync(async db =>
    {
        var found = new List<string>();
        foreach (var type in db.Model.GetEntityTypes())
        {
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
            foreach (var property in type.GetProperties().Where(p => p.ClrType == typeof(Guid) || p.ClrType == typeof(Guid?)))
            {
                var sql = $"SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM \"{table.Name}\" WHERE \"{property.GetColumnName(table)}\" = {{0}}";
                if (await db.Database.SqlQueryRaw<int>(sql, id).SingleAsync() > 0 && !found.Contains(table.Name)) found.Add(table.Name);
            }
        }
        return found;
    });
}
