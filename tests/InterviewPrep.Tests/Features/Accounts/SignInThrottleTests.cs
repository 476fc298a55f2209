using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
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
    public async Task Thirty_people_of_one_class_mistype_and_a_right_password_still_gets_in()
    {
        using var crowd = await CrowdAsync("打错的人");
        for (var i = 0; i < SignInThrottle.ByAddress.Tries; i++) await crowd.TryAsync(i, "打错一个字的密码");
        using var teacher = await site.NewPersonAsync("没打错的老师", Roles.Teacher);
        using var fresh = site.NewVisitor();

        (await fresh.SignInAsync("没打错的老师")).Address.AbsolutePath.Should().Be("/");
        for (var i = 0; i < 3; i++) (await crowd.TryAsync(i, People.Password)).Address.AbsolutePath.Should().Be("/", "one slip is forgiven");
        site.Clock.Advance(SignInThrottle.ByAddress.Span);
    }

    [Fact]
    public async Task One_password_for_many_accounts_is_slowed_down_by_address_and_tells_no_names()
    {
        using var crowd = await CrowdAsync("被喷洒的人");
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i <= SignInThrottle.ByAddress.Tries; i++) statuses.Add((await crowd.TryAsync(i, "每个账号都试这一个")).Status);
        using var visitor = site.NewVisitor();
        var unknown = await visitor.SignInAsync("没有这样的人", "每个账号都试这一个");

        statuses[..^1].Should().OnlyContain(s => s == HttpStatusCode.OK);
        statuses[^1].Should().Be(HttpStatusCode.TooManyRequests);
        unknown.Status.Should().Be(HttpStatusCode.TooManyRequests, "a name that exists looks no different");
        (await visitor.SignInAsync("没有这样的人", "第二次")).Status.Should().Be(HttpStatusCode.TooManyRequests);
        (await visitor.SignInAsync("没有这样的人", "第三次")).TextOf("[role=alert]").Should().Contain("分钟后再试", "two slips of one account, then it waits");
        site.Clock.Advance(SignInThrottle.ByAddress.Span);
        (await crowd.TryAsync(0, People.Password)).Address.AbsolutePath.Should().Be("/", "nothing is locked for ever");
    }

    [Fact]
    public void So_many_guesses_an_address_has_in_a_window_and_no_more()
    {
        var throttle = new SignInThrottle(clock);
        var end = clock.GetUtcNow() + SignInThrottle.ByAddress.Span;
        int guesses = 0, account = 0;
        var byAccount = new Dictionary<int, int>();
        // The best guesser: a new account as soon as one is refused, and a try each second where all are.
        while (clock.GetUtcNow() < end)
        {
            while (throttle.Wait($"n{account}", "a", isTrusted: false) > TimeSpan.Zero && byAccount.ContainsKey(account)) account++;
            if (throttle.Wait($"n{account}", "a", isTrusted: false) == TimeSpan.Zero)
            {
                throttle.Failed($"n{account}", "a", isTrusted: false);
                guesses++;
                byAccount[account] = byAccount.GetValueOrDefault(account) + 1;
            }
            else clock.Advance(TimeSpan.FromSeconds(1));
        }

        guesses.Should().BeInRange(SignInThrottle.MostByAddress, SignInThrottle.MostByAddress + (int)(SignInThrottle.ByAddress.Span / SignInThrottle.Pause));
        byAccount.Values.Max().Should().BeLessThanOrEqualTo(SignInThrottle.ByAccountAndAddress.Tries);
        throttle.Wait("another", "b", isTrusted: false).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void Guessing_from_many_addresses_is_slowed_down_by_account_but_not_for_a_trusted_device()
    {
        var throttle = new SignInThrottle(clock);
        var tries = 0;
        while (throttle.Wait("n", $"a{tries}", isTrusted: false) == TimeSpan.Zero && tries < 100) throttle.Failed("n", $"a{tries++}", isTrusted: false);

        tries.Should().Be(SignInThrottle.ByAccount.Tries);
        throttle.Wait("n", "home", isTrusted: true).Should().Be(TimeSpan.Zero);
        clock.Advance(SignInThrottle.ByAccount.Span);
        throttle.Wait("n", "anywhere", isTrusted: false).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void Getting_it_right_forgets_the_wrong_tries()
    {
        var throttle = new SignInThrottle(clock);
        for (var i = 0; i < SignInThrottle.ByAccountAndAddress.Tries; i++) throttle.Failed("n", "a", isTrusted: false);
        throttle.Wait("n", "a", isTrusted: false).Should().BePositive();

        throttle.Succeeded("n", "a", isTrusted: false);

        throttle.Wait("n", "a", isTrusted: false).Should().Be(TimeSpan.Zero);
    }

    private async Task<Crowd> CrowdAsync(string name)
    {
        for (var i = 0; i <= SignInThrottle.ByAddress.Tries; i++) (await site.NewPersonAsync($"{name}{i}")).Dispose();
        return new Crowd(site, name);
    }

    /// <summary>People behind one address, each with a browser that nobody knows.</summary>
    private sealed class Crowd(App app, string name) : IDisposable
    {
        private readonly List<Visitor> browsers = [];

        public async Task<Answer> TryAsync(int person, string password)
        {
            browsers.Add(app.NewVisitor());
            return await browsers[^1].SignInAsync($"{name}{person}", password);
        }

        public void Dispose() => browsers.ForEach(b => b.Dispose());
    }
}
