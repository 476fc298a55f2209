using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace InterviewPrep.Tests.Features.Accounts;

/// <summary>Visitors who do not come back lose what they left; everybody else keeps it.</summary>
public sealed class VisitorSweepTests(App app) : IClassFixture<App>
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(new DataOptions().VisitorDays);

    [Fact]
    public async Task Who_has_come_back_in_time_or_has_an_account_keeps_everything()
    {
        using var gone = app.NewVisitor();
        using var returns = app.NewVisitor();
        using var person = await app.NewPersonAsync("有账号的人");
        foreach (var visitor in new[] { gone, returns, person })
        {
            await visitor.WriteAsync();
            await visitor.SubmitAsync(await visitor.GetAsync("/lessons/first-words"), "form[action*=Exercise]", ("answer", "练一句的话。"));
        }
        app.Clock.Advance(Kept - TimeSpan.FromDays(30));
        (await returns.GetAsync("/lessons")).Text.Should().Contain("已学");
        await SweepAsync();
        (await CountAsync()).Should().Be((3, 3));
        app.Clock.Advance(TimeSpan.FromDays(31));

        await SweepAsync();

        (await CountAsync()).Should().Be((2, 2));
        (await gone.GetAsync("/drafts")).Page.QuerySelectorAll("main li").Should().BeEmpty();
        (await returns.GetAsync("/drafts")).Page.QuerySelectorAll("main li").Should().NotBeEmpty();
        await SweepAsync();
        (await CountAsync()).Should().Be((2, 2), "once more does no harm");
    }

    private Task<(int, int)> CountAsync() => app.InDbAsync(async db => (await db.Drafts.CountAsync(), await db.ExerciseAnswers.CountAsync()));

    private Task SweepAsync() => app.Services.GetServices<IHostedService>().OfType<DataSweeper>().Single().RunAsync(default);
}
