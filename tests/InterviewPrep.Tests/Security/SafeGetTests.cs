using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using InterviewPrep.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace InterviewPrep.Tests.Security;

/// <summary>Opening a page changes nothing but what tells that it was opened.</summary>
public sealed partial class SafeGetTests(SafeGetTests.Site app, ITestOutputHelper output) : IClassFixture<SafeGetTests.Site>
{
    /// <summary>The last use of a session, the log, when a learner first saw their feedback, and who has an answer open on the desk.</summary>
    private static readonly string[] Noted = ["AccountSessions", "AuditEntries", "FeedbackOpenings", "MarkingLocks", "DataProtectionKeys"];

    public sealed class Site : App
    {
        public Watch Watch { get; } = new();

        protected override void Change(IServiceCollection services) => services.AddSingleton<IInterceptor>(s => Watch.With(s.GetRequiredService<IHttpContextAccessor>()));
    }

    [Fact]
    public async Task A_GET_of_any_route_by_anybody_writes_nothing_else()
    {
        var school = await SchoolWithEverything.NewAsync(app);
        app.Watch.Found.Clear();
        var count = 0;
        foreach (var actor in new[] { "visitor", "learner A", "teacher of the class", "administrator" })
        {
            using var visitor = app.NewVisitor();
            if (actor != "visitor") await visitor.SignInAsync(school.Names[actor]);
            foreach (var row in RouteTable.Read().Where(r => r.Route.StartsWith("GET ", StringComparison.Ordinal)))
            {
                await visitor.GetAsync(school.Things.Aggregate(row.Example, (text, thing) => text.Replace($"{{{thing.Key}}}", thing.Value)));
                count++;
            }
        }

        output.WriteLine($"{count} GETs; written: {string.Join(", ", app.Watch.Found.Select(f => f.Table).Distinct())}");
        app.Watch.Found.Where(f => !Noted.Contains(f.Table)).Select(f => $"{f.Path} writes {f.Table}").Distinct().Should().BeEmpty();
    }

    /// <summary>Keeps every table that a command writes to while a GET is answered.</summary>
    public sealed partial class Watch : DbCommandInterceptor
    {
        private IHttpContextAccessor? accessor;

        public ConcurrentBag<(string Path, string Table)> Found { get; } = [];

        public Watch With(IHttpContextAccessor by)
        {
            accessor = by;
            return this;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Look(command);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Look(command);
            return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
        }

        private void Look(DbCommand command)
        {
            if (accessor?.HttpContext is not { } context || !HttpMethods.IsGet(context.Request.Method)) return;
            foreach (Match match in Writes().Matches(command.CommandText)) Found.Add((context.Request.Path, match.Groups[1].Value));
        }

        [GeneratedRegex("(?:INSERT INTO|UPDATE|DELETE FROM) \"(\\w+)\"")]
        private static partial Regex Writes();
    }
}
