using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Features.Accounts;

public sealed class FirstAdministratorTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task The_set_up_link_makes_one_administrator_and_then_never_works_again()
    {
        var link = $"/set-up/{await KeyAsync()}";
        using var first = app.NewVisitor();
        using var second = app.NewVisitor();
        var seen = await second.GetAsync(link);
        seen.Status.Should().Be(HttpStatusCode.OK);
        (await first.GetAsync("/set-up/0123456789abcdef0123456789abcdef")).Status.Should().Be(HttpStatusCode.NotFound);

        var weak = await first.SubmitAsync(await first.GetAsync(link), "main form", ("name", "校长"), ("password", "12345678"));
        weak.TextOf("[role=alert]").Should().Contain("太常见");
        var made = await first.SubmitAsync(weak, "main form", ("name", "校长"), ("password", People.Password));

        made.Address.AbsolutePath.Should().Be("/admin");
        made.TextOf("h1").Should().Be("管理");
        (await second.GetAsync(link)).Status.Should().Be(HttpStatusCode.NotFound);
        (await second.SubmitAsync(seen, "main form", ("name", "迟到的人"), ("password", People.Password))).Status.Should().Be(HttpStatusCode.NotFound);
        (await app.InDbAsync(db => db.PeopleWith(Roles.Administrator).Select(u => u.UserName).ToListAsync())).Should().Equal("校长");
        (await KeyAsync()).Should().BeNull("a restart offers nothing while there is an administrator");
    }

    private async Task<string?> KeyAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().OfferAsync(default);
    }
}
