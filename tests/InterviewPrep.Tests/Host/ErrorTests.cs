using System.Net;
using InterviewPrep.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Host;

public sealed class ErrorTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_failure_in_a_named_handler_is_a_failure_and_not_a_missing_page()
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/lessons/first-words");
        await app.InDbAsync(db => db.Database.ExecuteSqlRawAsync("""DROP TABLE "LessonCompletions" """));

        var answer = await visitor.SubmitAsync(page, "form[action*='handler=Read']");

        answer.Status.Should().Be(HttpStatusCode.InternalServerError);
        answer.One("main").TextContent.Should().Contain("服务器出错了").And.NotContain("SQLite");
    }
}
