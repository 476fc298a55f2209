using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts.SignIn.Throttle;
using Microsoft.Extensions.Time.Testing;

namespace InterviewPrep.Tests.Features.Accounts;

public sealed class SignInThrottleTests(SignInThrottleTests.Site site) : IClassFixture<SignInThrottleTests.Site>
{
    public sealed class Site : App;

    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task Guessing_is_slowed_down_whatever_headers_say_and_the_owner_still_gets_in()
    {
        using var owner = await site.NewPersonAsync("被猜的人");
        using var guesser = site.NewVisitor();
        HttpStatusCode status;
        var tries = 0;
        do
        {
            guesser.Client.DefaultRequestHeaders.Remove("X-Forwarded-For");
            guesser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{++tries}");
            status = (await guesser.SignInAsync("被猜的人", $"猜第{tries}次不对")).Status;
        } while (status == HttpStatusCode.OK && tries < 20);

        status.Should().Be(HttpStatusCode.TooManyRequests);
        tries.Should().BeLessThanOrEqualTo(10);
        (await guesser.SignInAsync("被猜的人")).Status.Should().Be(HttpStatusCode.TooManyRequests, "not even the right one");
        (await guesser.SignInAsync("没有的人")).Status.Should().Be(HttpStatusCode.OK, "others are not concerned");
        (await owner.SignInAsync("被猜的人")).Address.AbsolutePath.Should().Be("/", "this browser is known to the account");
        site.Clock.Advance(SignInThrottle.ByAccountAndAddress.Span);
        (await guesser.SignInAsync("被猜的人")).Address.AbsolutePath.Should().Be("/", "nothing is locked for ever");
    }

    [Fact]
    public void One_password_for_many_accounts_is_slowed_down_by_address()
    {
        var throttle = new SignInThrottle(clock);
        var tries = 0;
        while (throttle.Wait($"n{tries}", "a", knownBrowser: false) == TimeSpan.Zero && tries < 100) throttle.Failed($"n{tries++}", "a", knownBrowser: false);

        tries.Should().Be(SignInThrottle.ByAddress.Tries);
        throttle.Wait("another", "b", knownBrowser: false).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void Guessing_from_many_addresses_is_slowed_down_by_account_but_not_for_a_known_browser()
    {
        var throttle = new SignInThrottle(clock);
        var tries = 0;
        while (throttle.Wait("n", $"a{tries}", knownBrowser: false) == TimeSpan.Zero && tries < 100) throttle.Failed("n", $"a{tries++}", knownBrowser: false);

        tries.Should().Be(SignInThrottle.ByAccount.Tries);
        throttle.Wait("n", "home", knownBrowser: true).Should().Be(TimeSpan.Zero);
        clock.Advance(SignInThrottle.ByAccount.Span);
        throttle.Wait("n", "anywhere", knownBrowser: false).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void Getting_it_right_forgets_the_wrong_tries()
    {
        var throttle = new SignInThrottle(clock);
        for (var i = 0; i < SignInThrottle.ByAccountAndAddress.Tries; i++) throttle.Failed("n", "a", knownBrowser: false);
        throttle.Wait("n", "a", knownBrowser: false).Should().BePositive();

        throttle.Succeeded("n", "a", knownBrowser: false);

        throttle.Wait("n", "a", knownBrowser: false).Should().Be(TimeSpan.Zero);
    }
}
