using InterviewPrep.Web.Host.Commands;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Support;

/// <summary>The demo installation, as the command <c>demo</c> leaves it, with the shipped content; every statement is counted.</summary>
public sealed class DemoApp : App
{
    public StatementCounter Counter { get; } = new();

    protected override string ContentFolder => Repository.ShippedContent;

    protected override void Change(IServiceCollection services) => services.AddSingleton<IInterceptor>(s => Counter.With(s.GetRequiredService<IHttpContextAccessor>()));

    /// <summary>Fills the installation, and gives the ids of what is in it by the words that addresses hold in braces.</summary>
    public async Task<Dictionary<string, string>> FillAsync()
    {
        await using (var scope = Services.CreateAsyncScope())
            (await ActivatorUtilities.CreateInstance<DemoData>(scope.ServiceProvider).FillAsync(People.Password, default)).Should().BeNull();
        return await InDbAsync(async db =>
        {
            var things = new Dictionary<string, string> { ["class"] = $"{await db.Classes.Select(c => c.Id).SingleAsync()}", ["daily"] = $"{await db.DailyTemplates.Select(t => t.Id).SingleAsync()}" };
            foreach (var (word, title) in new[] { ("released", "第三周作业"), ("marking", "第四周作业"), ("open", "今晚这一题") })
                things[word] = $"{await db.Assignments.Where(a => a.Title == title).Select(a => a.Id).SingleAsync()}";
            var learner = await db.Users.Where(u => u.UserName == "learner2").Select(u => u.Id).SingleAsync();
            var work = db.Submissions.Where(s => s.LearnerId == learner && s.Assignment.Title == "第三周作业");
            (things["feedback"], things["attempt"], things["question"]) = ($"{await work.Select(s => s.Id).SingleAsync()}", $"{await work.Select(s => s.AttemptId).SingleAsync()}", $"{await work.Select(s => s.AssignmentQuestionId).SingleAsync()}");
            things["unmarked"] = $"{await db.Submissions.Where(s => !s.IsMarked && s.Assignment.Title == "第四周作业").OrderBy(s => s.Id).Select(s => s.Id).FirstAsync()}";
            return things;
        });
    }

    /// <summary>Somebody of the demo installation with a browser, signed in.</summary>
    public async Task<Visitor> EnterAsync(string name)
    {
        var visitor = NewVisitor();
        await visitor.SignInAsync(name);
        return visitor;
    }
}
