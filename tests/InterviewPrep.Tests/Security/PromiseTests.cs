using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace InterviewPrep.Tests.Security;

/// <summary>What docs/security.md promises about people who are not meant to see or change something.</summary>
public sealed class PromiseTests(App app, ITestOutputHelper output) : IClassFixture<App>
{
    private static readonly int Interleaved = int.TryParse(Environment.GetEnvironmentVariable("INTERLEAVED_REQUESTS"), out var set) ? set : TestDatabase.IsPostgres ? 2_000 : 20_000;

    private const int Assignments = 80;

    [Theory]
    [InlineData("assistant")]
    [InlineData("learner A")]
    public async Task Who_is_taken_out_of_a_class_sees_nothing_of_it_with_the_next_request(string actor)
    {
        var school = await SchoolWithEverything.NewAsync(app);
        using var person = app.NewVisitor();
        await person.SignInAsync(school.Names[actor]);
        var column = Array.IndexOf(RouteTable.Actors, actor);
        // Their own words stay theirs: drafts, receipts, released feedback.
        var opened = (from row in RouteTable.Read()
                      where row.Route.StartsWith("GET ", StringComparison.Ordinal) && row.Answers[column] == "200" && Regex.IsMatch(row.Example, @"\{class\}|/assignments/\{(open|assignment)\}$")
                      select school.Things.Aggregate(row.Example, (text, thing) => text.Replace($"{{{thing.Key}}}", thing.Value))).ToList();
        for (var i = 0; i < Assignments; i++)
        {
            var id = await school.Room.AssignAsync();
            opened.AddRange(actor == "assistant" ? [$"/classes/{school.Room.ClassId}/assignments/{id}", $"/classes/{school.Room.ClassId}/assignments/{id}/marking"] : [$"/assignments/{id}", $"/assignments/{id}/sheets"]);
        }
        foreach (var path in opened) (await person.GetAsync(path)).Status.Should().Be(HttpStatusCode.OK, path);

        var user = school.Things[actor == "assistant" ? "assistant" : "A"];
        var people = await school.Room.Teacher.GetAsync($"/classes/{school.Room.ClassId}/people");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Address, $"/classes/{school.Room.ClassId}/people?handler=Dismiss")) { Content = new FormUrlEncodedContent([new("user", user), new("__RequestVerificationToken", people.One("input[name=__RequestVerificationToken]").GetAttribute("value")!)]) };
        (await school.Room.Teacher.SendAsync(request)).Status.Should().Be(HttpStatusCode.OK);

        foreach (var path in opened) (await person.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound, path);
        (await person.GetAsync("/classes")).Text.Should().NotContain($"{school.Room.ClassId}");
        (await person.GetAsync("/assignments")).Text.Should().NotContain($"{school.Things["open"]}");
        output.WriteLine($"{actor}: {opened.Count} addresses");
        opened.Should().HaveCountGreaterThan(150);
    }

    [Fact]
    public async Task Whatever_an_unreleased_mark_says_the_learners_pages_are_the_same_to_the_byte()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        var attempt = await room.AnswerAsync(assignment, room.AId);
        string[] paths = ["/", "/feedback", "/assignments", $"/assignments/{assignment}", $"/assignments/{assignment}/receipts/{attempt.Id}", $"/classes/{room.ClassId}", $"/classes/{room.ClassId}/exemplars", "/drafts", $"/feedback/{attempt.Submissions.Single().Id}", "/api/drafts"];
        async Task<List<string>> PagesAsync()
        {
            var pages = new List<string>();
            foreach (var path in paths) pages.Add(Regex.Replace((await room.A.GetAsync(path)).Text, "value=\"CfDJ[^\"]+\"|[0-9a-f]{32,}", ""));
            return pages;
        }

        await room.MarkAllAsync(assignment, 0.2, "太空了。");
        var low = await PagesAsync();
        await room.MarkAllAsync(assignment, 0.9, "说得具体。");
        var high = await PagesAsync();

        for (var i = 0; i < paths.Length; i++) high[i].Should().Be(low[i], paths[i]);
    }

    [Fact]
    public async Task Fields_that_a_form_does_not_have_change_nothing()
    {
        using var room = await Classroom.NewAsync(app);
        string[] names = ["Id", "OwnerId", "UserId", "LearnerId", "Role", "Roles", "IsAdministrator", "UserName", "NormalizedUserName", "PasswordHash", "SecurityStamp", "LockoutEnd", "MustChangePassword", "CreatedAt", "Revision", "FinishedAt", "HandedInAt", "Total", "IsMarked", "ClassId", "HasAgreed"];
        var extra = names.SelectMany(n => new[] { n, $"Input.{n}", $"Account.{n}", $"Draft.{n}" }).Select(n => (n, n.EndsWith("Role", StringComparison.Ordinal) || n.EndsWith("Roles", StringComparison.Ordinal) ? Roles.Administrator : $"{room.BId}")).ToArray();
        async Task<string> StateAsync() => await app.InDbAsync(async db =>
        {
            var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == room.AId);
            var roles = await db.RolesOf(room.AId).ToListAsync();
            var drafts = await db.Drafts.AsNoTracking().Where(d => d.OwnerId == room.AId || d.OwnerId == room.BId).Select(d => new { d.OwnerId, d.FinishedAt }).ToListAsync();
            return $"{user.UserName} {user.PasswordHash} {user.SecurityStamp} {user.LockoutEnd} {user.CreatedAt} {string.Join(',', roles)} {string.Join(',', drafts)}";
        });
        await room.A.SubmitAsync(await room.A.GetAsync("/account"), "main form", ("displayName", "甲"));
        await room.A.WriteAsync();
        var before = await StateAsync();

        await room.A.SubmitAsync(await room.A.GetAsync("/account"), "main form", [("displayName", "甲"), .. extra]);
        var page = await room.A.GetAsync($"/practice/{Support.People.Question}");
        await room.A.SubmitAsync(page, "form.practice button[value=save]", [("sections.attitude", "再写一句"), .. extra]);

        (await StateAsync()).Should().Be(before);
        output.WriteLine($"{extra.Length} fields, 2 forms");
    }

    [Fact]
    public async Task No_handler_takes_an_entity_and_no_page_opts_out_of_the_token()
    {
        var entities = await app.InDbAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(e => e.ClrType).ToHashSet()));
        var pages = typeof(AppDb).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel)) && !t.IsAbstract).ToList();

        // The practice form keeps what was typed when its token is too old, and checks it in the handler; the error page changes nothing.
        Type[] checksItself = [typeof(InterviewPrep.Web.Features.Practice.ShowModel), typeof(InterviewPrep.Web.Features.ErrorModel)];
        var bound = pages.SelectMany(p => p.GetMethods().Where(m => Regex.IsMatch(m.Name, "^On(Get|Post)")).SelectMany(m => m.GetParameters()).Select(x => (Page: p, Type: x.ParameterType))
            .Concat(p.GetProperties().Where(x => x.GetCustomAttribute<BindPropertyAttribute>() is not null).Select(x => (Page: p, Type: x.PropertyType))));

        bound.Where(b => entities.Contains(b.Type)).Select(b => $"{b.Page} {b.Type}").Should().BeEmpty();
        pages.Where(p => p.GetCustomAttribute<BindPropertiesAttribute>() is not null || p.GetCustomAttribute<IgnoreAntiforgeryTokenAttribute>() is not null && !checksItself.Contains(p)).Select(p => p.FullName).Should().BeEmpty();
        pages.Where(p => p.IsDefined(typeof(InterviewPrep.Web.Features.Accounts.OwnOriginOrTokenAttribute), false)).Should().Equal(typeof(InterviewPrep.Web.Features.Lessons.ShowModel));
    }

    [Fact]
    public async Task Two_people_who_ask_at_the_same_time_never_get_each_others_page()
    {
        using var room = await Classroom.NewAsync(app);
        var words = new[] { "鹤望兰", "鸢尾花" };
        var people = new[] { room.A, room.B };
        for (var i = 0; i < 2; i++)
        {
            await people[i].SubmitAsync(await people[i].GetAsync("/account"), "main form", ("displayName", words[i]), ("school", words[i] + "大学"));
            await people[i].WriteAsync($"{words[i]}，{Support.People.Words}", action: "finish");
        }
        var drafts = await app.InDbAsync(db => db.Drafts.Where(d => d.OwnerId == room.AId || d.OwnerId == room.BId).ToDictionaryAsync(d => d.OwnerId, d => d.Id));
        string[][] paths = [.. new[] { room.AId, room.BId }.Select(id => new[] { "/", "/account", "/drafts", $"/drafts/{drafts[id]}", "/api/drafts", $"/api/drafts/{drafts[id]}", $"/questions/{Support.People.Question}", "/classes" })];
        var (foreign, own) = (0, 0);

        await Parallel.ForAsync(0, Interleaved, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, _) =>
        {
            var who = i % 2;
            var text = (await people[who].GetAsync(paths[who][i / 2 % paths[who].Length])).Text;
            if (text.Contains(words[1 - who], StringComparison.Ordinal)) Interlocked.Increment(ref foreign);
            if (text.Contains(words[who], StringComparison.Ordinal)) Interlocked.Increment(ref own);
        });

        output.WriteLine($"{Interleaved} requests, 32 at once: {own} with the own word, {foreign} with the other's");
        foreign.Should().Be(0);
        own.Should().BeGreaterThan(Interleaved / 4);
    }
}
