using InterviewPrep.Web.Features.Accounts.SignIn.School;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace InterviewPrep.Tests.Features.Accounts;

public sealed class OldSchoolKeyTests(ExternalLoginTests.Site site) : IClassFixture<ExternalLoginTests.Site>
{
    [Fact]
    public async Task A_key_without_issuer_gets_the_configured_one_at_the_start()
    {
        using var owner = await site.NewPersonAsync("早就绑定的人");
        await site.InDbAsync(async db =>
        {
            var id = await db.Users.Where(u => u.UserName == "早就绑定的人").Select(u => u.Id).SingleAsync();
            db.Add(new IdentityUserLogin<Guid> { LoginProvider = "school", ProviderKey = " 6001", ProviderDisplayName = "校园账号", UserId = id });
            return await db.SaveChangesAsync();
        });

        var start = site.Services.GetServices<IHostedService>().OfType<OldSchoolKeys>().Single();
        await start.StartAsync(default);
        await start.ExecuteTask!;

        site.School.Person = ("6001", "早就绑定的人");
        using var visitor = site.NewVisitor();
        (await visitor.GetAsync("/account/outside")).TextOf(".account a").Should().Be("早就绑定的人");
        (await site.InDbAsync(db => db.UserLogins.SingleAsync(l => l.ProviderKey.EndsWith(" 6001")))).ProviderKey.Should().Be($"{site.School.Authority} 6001");
    }
}
