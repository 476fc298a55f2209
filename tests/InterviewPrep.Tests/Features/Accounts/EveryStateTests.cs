using System.IO.Compression;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Handwriting;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace InterviewPrep.Tests.Features.Accounts;

/// <summary>What is in the bin, kept aside, retired or replaced belongs to its person as much as what is in use.</summary>
public sealed class EveryStateTests(App app) : IClassFixture<App>
{
    private const string Binned = "回收站里的这一句，够二十个字了，够二十个字了。", Aside = "冲突里的这一句，没有当上正文。", Older = "第一版里的这一句，后来改掉了。", Sketch = "没有生效的这一句题干";

    [Fact]
    public async Task A_learner_s_export_has_all_of_it_and_deletion_leaves_none()
    {
        var school = await SchoolWithEverything.NewAsync(app);
        var (person, id) = (school.Room.A, school.Room.AId);
        await AddStatesAsync(school);
        var photos = await app.InDbAsync(db => db.ScanPages.Where(p => p.UploadedById == id).Select(p => p.Id).ToListAsync());
        string[] words = [Binned, Aside, Older, "这一项我觉得写到了，请再看一看，谢谢老师。"];

        using (var zip = await ExportAsync(person))
        {
            var all = string.Join('\n', zip.Entries.Where(e => !e.Name.EndsWith(".jpg", StringComparison.Ordinal)).Select(Text));
            all.Should().ContainAll(words);
            zip.Entries.Count(e => e.Name.EndsWith(".jpg", StringComparison.Ordinal)).Should().Be(photos.Count, "a replaced photo is theirs too");
        }
        await DeleteAsync(person, school.Names["learner A"]);

        (await TablesWithAsync(id)).Should().BeEquivalentTo(["AuditEntries"]);
        foreach (var word in words) (await ColumnsWithAsync(word)).Should().BeEmpty(word);
        var folder = app.Services.GetRequiredService<ScanFolder>();
        photos.Should().OnlyContain(p => !File.Exists(folder.PathOf(p)));
    }

    [Fact]
    public async Task A_teacher_s_unfinished_and_retired_questions_are_exported_and_go()
    {
        var school = await SchoolWithEverything.NewAsync(app);
        var (person, id) = (school.Room.Teacher, school.Room.TeacherId);
        var question = int.Parse(school.Things["own"], System.Globalization.CultureInfo.InvariantCulture);
        await app.InDbAsync(async db =>
        {
            var own = await db.Questions.SingleAsync(q => q.Id == question);
            own.SaveSketch(new OwnQuestionForm { Title = "自己的题", Prompt = Sketch, Framework = "attitude-action-longterm" }.ToSketch(), app.Clock.GetUtcNow());
            own.Retire(app.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });

        using (var zip = await ExportAsync(person)) Text(zip.GetEntry("questions.json")!).Should().Contain(Sketch);
        await DeleteAsync(person, school.Names["teacher of the class"]);

        (await ColumnsWithAsync(Sketch)).Should().BeEmpty();
        (await app.InDbAsync(db => db.Questions.CountAsync(q => q.Id == question))).Should().Be(0);
        (await TablesWithAsync(id)).Should().NotContain(["AspNetUsers", "Questions", "DailyTemplates", "Memberships"]);
    }

    [Fact]
    public async Task A_visitor_s_bin_comes_along_into_the_account()
    {
        using var visitor = app.NewVisitor();
        await visitor.WriteAsync("注册以前扔进回收站的这一句，也够二十个字了。");
        var id = (await visitor.GetAsync("/practice/bus-stop")).DraftId();
        await visitor.SubmitAsync(await visitor.GetAsync($"/drafts/{id}/history"), "form[action$='/delete']");

        await visitor.RegisterAsync("带着回收站来");

        var owner = await app.InDbAsync(db => db.Users.Where(u => u.UserName == "带着回收站来").Select(u => u.Id).SingleAsync());
        (await app.InDbAsync(db => db.Drafts.OfOwner(owner).CountAsync(d => d.DeletedAt != null))).Should().Be(1);
    }

    [Fact]
    public async Task What_an_older_build_left_of_deleted_accounts_is_cleaned_up()
    {
        using var person = await app.NewPersonAsync("早就走了的人");
        var id = await app.InDbAsync(db => db.Users.Where(u => u.UserName == "早就走了的人").Select(u => u.Id).SingleAsync());
        await DeleteAsync(person, "早就走了的人");
        await app.InDbAsync(async db =>
        {
            var question = (await db.CurrentRevisionAsync(People.Question, null, default))!;
            db.Attach(question);
            db.Add(new Draft(Guid.NewGuid(), id, question, 1, app.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });

        await app.Services.GetServices<IHostedService>().OfType<DataSweeper>().Single().RunAsync(default);

        (await app.InDbAsync(db => db.Drafts.OfOwner(id).CountAsync())).Should().Be(0);
    }

    private async Task AddStatesAsync(SchoolWithEverything school)
    {
        var person = school.Room.A;
        var doomed = Guid.Parse(school.Things["doomed"]);
        await person.SubmitAsync(await person.GetAsync($"/practice/bus-stop?draft={doomed}"), "form.practice button[value=save]", ("sections.action", Binned));
        await person.SubmitAsync(await person.GetAsync($"/drafts/{doomed}/delete"), "main form");
        var draft = Guid.Parse(school.Things["draft"]);
        await app.InDbAsync(async db =>
        {
            var now = app.Clock.GetUtcNow();
            var kept = await db.Drafts.Include(d => d.Versions).SingleAsync(d => d.Id == draft);
            kept.Versions.Add(new DraftVersion(new DraftText(new Dictionary<string, string> { ["attitude"] = Older }), 1, now));
            kept.Versions.Add(DraftVersion.Aside(new DraftText(new Dictionary<string, string> { ["attitude"] = Aside }), 1, now));
            return await db.SaveChangesAsync();
        });
        var replaced = Guid.Parse(school.Things["scan"]);
        await app.InDbAsync(db => db.ScanPages.Where(p => p.Id == replaced).ExecuteUpdateAsync(s => s.SetProperty(p => p.ReplacedAt, app.Clock.GetUtcNow())));
    }

    private static async Task<ZipArchive> ExportAsync(Visitor person)
    {
        var page = await person.GetAsync("/account/export");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", page.One("main input[name=__RequestVerificationToken]").GetAttribute("value")!)]);
        return new ZipArchive(await (await person.Client.PostAsync(new Uri("/account/export", UriKind.Relative), form)).Content.ReadAsStreamAsync());
    }

    private static async Task DeleteAsync(Visitor person, string name)
    {
        var page = await person.GetAsync("/account/delete");
        (await person.SubmitAsync(page, "main form", ("name", name))).Address.AbsolutePath.Should().Be("/account/deleted");
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    /// <summary>Tables in which an id stands, in whatever column.</summary>
    private Task<List<string>> TablesWithAsync(Guid id) => ColumnsAsync(p => p.ClrType == typeof(Guid) || p.ClrType == typeof(Guid?), "{1} = {0}", id);

    /// <summary>Tables in which words stand, in whatever column.</summary>
    private Task<List<string>> ColumnsWithAsync(string words) => ColumnsAsync(p => p.GetColumnType().Contains("text", StringComparison.OrdinalIgnoreCase) || p.GetColumnType().Contains("char", StringComparison.OrdinalIgnoreCase),
        "CAST({1} AS TEXT) LIKE {0}", $"%{words}%");

    private Task<List<string>> ColumnsAsync(Func<IProperty, bool> fits, string condition, object value) => app.InDbAsync(async db =>
    {
        var found = new HashSet<string>();
        foreach (var type in db.Model.GetEntityTypes())
        {
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
            foreach (var property in type.GetProperties().Where(p => p.GetColumnName(table) is { Length: > 0 }).Where(fits))
            {
                var sql = $"SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM \"{table.Name}\" WHERE " + condition.Replace("{1}", $"\"{property.GetColumnName(table)}\"", StringComparison.Ordinal);
                if (await db.Database.SqlQueryRaw<int>(sql, value).SingleAsync() > 0) found.Add(table.Name);
            }
        }
        return found.ToList();
    });
}
