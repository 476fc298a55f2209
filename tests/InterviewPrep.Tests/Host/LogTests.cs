using System.Collections.Concurrent;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InterviewPrep.Tests.Host;

/// <summary>The log tells who did what, and holds no secret and no answer.</summary>
public sealed class LogTests(LogTests.Site site) : IClassFixture<LogTests.Site>
{
    private const string Refused = "Change refused";

    public sealed class Site : App
    {
        public Lines Log { get; } = new();

        protected override IEnumerable<string> Settings => ["--Logging:LogLevel:Default=Information", "--Logging:LogLevel:Microsoft=Warning"];

        protected override void Change(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(Log);
    }

    public sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        /// <summary>What an operator is to look at.</summary>
        public ConcurrentQueue<string> Warnings { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = formatter(state, exception) + exception;
            All.Enqueue(line);
            if (logLevel >= LogLevel.Warning) Warnings.Enqueue(line);
        }

        public void Dispose()
        {
        }
    }

    [Fact]
    public async Task A_day_at_the_site_leaves_lines_with_who_and_what_and_no_secret()
    {
        const string Answer = "绝密作答内容一二三", Wrong = "绝密的错误密码";
        using var admin = await site.NewPersonAsync("日志管理员", Roles.Administrator);
        using var person = await site.NewPersonAsync("日志学员");
        await person.WriteAsync(Answer);
        await person.SignInAsync("日志学员", Wrong);
        await person.SignInAsync("假名字\r\n2026-01-01 伪造的一行", Wrong);
        var id = await site.InDbAsync(db => db.Users.Where(u => u.UserName == "日志学员").Select(u => u.Id).SingleAsync());
        var slip = await admin.SubmitAsync(await admin.GetAsync($"/admin/people/{id}/password"), "main form");
        await person.GetAsync($"/drafts/{Guid.NewGuid()}");
        await person.SignInAsync("日志学员", slip.Page.QuerySelectorAll(".slip .secret")[1].TextContent);
        await person.GetAsync("/admin/x%0d%0aforged");

        var secrets = new[] { Answer, Wrong, People.Password, slip.Page.QuerySelectorAll(".slip .secret")[1].TextContent }.Concat(person.Cookies.Concat(admin.Cookies).Select(c => c.Value)).Where(s => s.Length > 3);
        foreach (var secret in secrets) site.Log.All.Should().NotContain(l => l.Contains(secret));
        site.Log.All.Should().NotContain(l => l.Contains("伪造") || l.StartsWith("forged", StringComparison.Ordinal));
        site.Log.All.Should().AllSatisfy(l => l.Split('\n').Should().HaveCount(1, l));
        var entries = await site.InDbAsync(db => db.AuditEntries.Where(e => e.ActorId == id || e.SubjectId == id).OrderBy(e => e.Id).ToListAsync());
        entries.Select(e => e.What).Should().ContainInOrder(AuditEvents.SignedIn, AuditEvents.SignInFailed, AuditEvents.PasswordIssued, AuditEvents.SignedIn);
        entries.Should().AllSatisfy(e => (e.At.Offset, e.Address, e.TraceId.Length).Should().Be((TimeSpan.Zero, "127.0.0.1", 32)));
        site.Log.All.Count(l => l.StartsWith("Audit ", StringComparison.Ordinal)).Should().BeGreaterThanOrEqualTo(entries.Count);
    }

    [Fact]
    public async Task Ordinary_pages_and_a_wrong_address_leave_no_warning()
    {
        using var person = await site.NewPersonAsync("平常学员", Roles.Teacher);
        foreach (var path in new[] { "/", "/lessons", "/questions", "/practice/bus-stop", "/drafts", "/classes", "/classes/new", "/account", "/no-such-page", $"/drafts/{Guid.NewGuid()}", "/practice/no-such-question" })
            await person.GetAsync(path);
        await person.SubmitAsync(await person.GetAsync("/scans"), "main form"); // a page with a limit of its own

        site.Log.Warnings.Should().NotContain(l => !l.StartsWith("Audit ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_without_the_pages_token_and_one_from_another_site_leave_a_line()
    {
        using var person = await site.NewPersonAsync("被冒用的学员");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("displayName", "改名")]);
        await person.Client.PostAsync(new Uri(site.Address, "/account"), form);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, "/account/sign-in")) { Content = new FormUrlEncodedContent([]), Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        await person.SendAsync(foreign);

        await person.PutAsync("/api/drafts/bus-stop-none", "{}", null);
        foreach (var change in new[] { "POST /account,", "POST /account/sign-in,", "PUT /api/drafts/bus-stop-none," })
            site.Log.All.Count(l => l.StartsWith(Refused, StringComparison.Ordinal) && l.Contains(change)).Should().Be(1, "{0} is logged, and once", change);
        var before = site.Log.All.Count(l => l.StartsWith(Refused, StringComparison.Ordinal));
        (await person.WriteAsync("前半句\u0001")).Status.Should().Be(System.Net.HttpStatusCode.BadRequest);
        site.Log.All.Count(l => l.StartsWith(Refused, StringComparison.Ordinal)).Should().Be(before, "a mistake in a form is no try");
    }
}
