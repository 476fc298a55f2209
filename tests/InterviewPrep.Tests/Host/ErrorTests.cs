using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Host;

/// <summary>What breaks is shown as broken, and found again in the log by the number on the page.</summary>
public sealed class ErrorTests(LogTests.Site site) : IClassFixture<LogTests.Site>
{
    [Fact]
    public async Task A_failure_in_a_named_handler_is_a_failure_and_its_number_finds_one_line_with_page_and_account()
    {
        using var learner = await site.NewPersonAsync("出错学员");
        var account = await site.InDbAsync(db => db.Users.Where(u => u.UserName == "出错学员").Select(u => u.Id).SingleAsync());
        var page = await learner.GetAsync("/lessons/first-words");
        await site.InDbAsync(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "LessonCompletions" RENAME TO "Gone" """));
        try
        {
            var answer = await learner.SubmitAsync(page, "button[formaction*='handler=Read']");

            answer.Status.Should().Be(HttpStatusCode.InternalServerError);
            answer.One("main").TextContent.Should().Contain("服务器出错了").And.NotContain("SQLite");
            var number = answer.TextOf("main .num");
            number.Should().HaveLength(32);
            var line = site.Log.All.Where(l => l.Contains(number, StringComparison.Ordinal)).Should().ContainSingle("the log tells it once").Subject;
            line.Should().StartWith("Unhandled exception: POST /lessons/first-words (route lessons/{slug}").And.Contain($"account {account}").And.Contain("status 500").And.Contain("LessonCompletions");
            site.Log.All.Should().NotContain(l => l.Contains("/error", StringComparison.Ordinal), "no page has that address");
        }
        finally
        {
            await site.InDbAsync(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Gone" RENAME TO "LessonCompletions" """));
        }
    }

    [Fact]
    public async Task A_row_that_stands_already_and_is_handled_is_no_failure_in_the_log()
    {
        var before = site.Log.Warnings.Count;

        await site.InDbAsync(async db =>
        {
            db.Roles.Add(new() { Id = Guid.NewGuid(), Name = Roles.Learner, NormalizedName = Roles.Learner.ToUpperInvariant() });
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateException e)
            {
                db.IsUniqueViolation(e).Should().BeTrue();
            }
            return 0;
        });

        site.Log.Warnings.Skip(before).Should().BeEmpty();
    }

    [Fact]
    public async Task Every_line_of_the_programs_log_says_when()
    {
        var folder = Directory.CreateTempSubdirectory("interviewprep-log-").FullName;
        var node = new ServerProcess($"--Data__Folder={folder}", $"--Content__Folder={Repository.SampleContent}");
        try
        {
            await node.StartAsync();
        }
        finally
        {
            await node.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
        var levels = node.Log.Where(l => l.Contains("info:", StringComparison.Ordinal) || l.Contains("warn:", StringComparison.Ordinal) || l.Contains("fail:", StringComparison.Ordinal)).ToList();
        levels.Should().NotBeEmpty().And.AllSatisfy(l => l.Should().MatchRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d "));
        levels.Should().NotContain(l => l.Contains("fail:", StringComparison.Ordinal) || l.Contains("warn:", StringComparison.Ordinal), "a first start frightens nobody");
    }
}
