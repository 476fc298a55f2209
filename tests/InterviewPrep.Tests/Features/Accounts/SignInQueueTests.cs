using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts.SignIn.Password;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Features.Accounts;

/// <summary>Many who sign in at one moment: who comes first, and what a browser shows meanwhile.</summary>
public sealed class SignInQueueTests(App app) : IClassFixture<App>
{
    /// <summary>Takes every place of the site until it is disposed of.</summary>
    private sealed class Busy : IAsyncDisposable
    {
        private readonly List<TaskCompletionSource<bool>> ends = [.. Enumerable.Range(0, PasswordHashingLimit.PlacesFor(Environment.ProcessorCount)).Select(_ => new TaskCompletionSource<bool>())];
        private readonly List<Task> places;

        public Busy(PasswordHashingLimit limit) => places = [.. ends.Select(e => limit.RunAsync(HashingTurn.Others, () => e.Task, default))];

        public void FreeOnePlace() => ends[0].TrySetResult(true);

        public async ValueTask DisposeAsync()
        {
            foreach (var end in ends) end.TrySetResult(true);
            await Task.WhenAll(places);
        }
    }

    [Fact]
    public async Task Who_has_to_wait_is_told_so_and_comes_in_without_pressing_again()
    {
        using var person = await app.NewPersonAsync("排队的人");
        await person.SubmitAsync(await person.GetAsync("/account/sign-out"), "main form");
        using var other = app.NewVisitor();
        var busy = new Busy(app.Services.GetRequiredService<PasswordHashingLimit>());

        var page = await other.SubmitAsync(await other.GetAsync("/account/sign-in?returnUrl=/drafts"), "main form", ("name", "排队的人"), ("password", People.Password));
        var wrong = await person.SubmitAsync(await person.GetAsync("/account/sign-in"), "main form", ("name", "排队的人"), ("password", "不是这个密码"));

        page.TextOf("[role=status]").Should().Contain("正在排队");
        page.Response.Headers.GetValues("Refresh").Should().Equal("2");
        wrong.Address.AbsolutePath.Should().Be(page.Address.AbsolutePath);
        await busy.DisposeAsync();
        var answer = await UntilCheckedAsync(other);
        answer.Address.AbsolutePath.Should().Be("/drafts");
        answer.TextOf(".account").Should().Contain("排队的人");
        var again = await UntilCheckedAsync(person);
        again.TextOf("[role=alert]").Should().Contain("再试一次");
        (await person.SubmitAsync(again, "main form", ("password", People.Password))).TextOf(".account").Should().Contain("排队的人");
        using var stranger = app.NewVisitor();
        (await stranger.GetAsync("/account/sign-in/waiting")).Address.AbsolutePath.Should().Be("/account/sign-in");
    }

    [Fact]
    public async Task Known_browsers_come_first_then_one_of_each_address_after_the_other()
    {
        var limit = new PasswordHashingLimit();
        await using var busy = new Busy(limit);
        var order = new List<string>();
        var waiting = new[] { ("a1", "a", false), ("a2", "a", false), ("a3", "a", false), ("b1", "b", false), ("known", "a", true) }
            .Select(w => limit.RunAsync(new HashingTurn(w.Item2, w.Item3), () =>
            {
                order.Add(w.Item1);
                return Task.FromResult(true);
            }, default)).ToList();
        limit.Waiting.Should().Be(5);

        busy.FreeOnePlace();
        await Task.WhenAll(waiting);

        order[0].Should().Be("known");
        order.IndexOf("b1").Should().BeLessThan(order.IndexOf("a2"), "one address does not stand before everybody else");
        order.IndexOf("a2").Should().BeLessThan(order.IndexOf("a3"));
    }

    [Fact]
    public async Task Who_hangs_up_leaves_the_queue()
    {
        var limit = new PasswordHashingLimit();
        await using var busy = new Busy(limit);
        using var hangUp = new CancellationTokenSource();
        var waiting = limit.RunAsync(new HashingTurn("a", false), () => Task.FromResult(true), hangUp.Token);

        await hangUp.CancelAsync();

        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();
        limit.Waiting.Should().Be(0);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 3)]
    public void Two_processors_are_two_places(int processors, int places) => PasswordHashingLimit.PlacesFor(processors).Should().Be(places);

    // The browser's page loads itself anew until the check is done.
    private static async Task<Answer> UntilCheckedAsync(Visitor visitor)
    {
        var answer = await visitor.GetAsync("/account/sign-in/waiting");
        while (answer.Response.Headers.Contains("Refresh")) answer = await visitor.GetAsync("/account/sign-in/waiting");
        return answer;
    }
}
