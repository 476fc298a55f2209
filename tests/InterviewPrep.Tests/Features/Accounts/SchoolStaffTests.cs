using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Features.Accounts;

/// <summary>The school's sign-in where staff must have a passkey, and after the school has changed its provider.</summary>
public sealed class SchoolStaffTests(SchoolStaffTests.Site site) : IClassFixture<SchoolStaffTests.Site>
{
    public sealed class Site : App, IAsyncLifetime
    {
        private SchoolSignIn former = null!;

        public SchoolSignIn School { get; private set; } = null!;

        protected override IEnumerable<string> Settings =>
            [$"--Oidc:Authority={School.Authority}", "--Oidc:ClientId=interview", "--Oidc:ClientSecret=secret", "--Oidc:Name=校园账号", "--Site:StaffPasskey=true", "--Site:Address=http://localhost", "--AllowedHosts=127.0.0.1"];

        /// <summary>The site is started again with another provider; the former one goes on answering.</summary>
        public async Task ChangeProviderAsync()
        {
            (former, School) = (School, await SchoolSignIn.StartAsync());
            await StopAsync();
            await StartAgainAsync();
        }

        async Task IAsyncLifetime.InitializeAsync()
        {
            former = School = await SchoolSignIn.StartAsync();
            await InitializeAsync();
        }

        async Task IAsyncLifetime.DisposeAsync()
        {
            await DisposeAsync();
            await School.DisposeAsync();
            await former.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_teacher_who_comes_by_the_school_adds_a_passkey_first_and_then_comes_by_that_only()
    {
        site.School.Person = ("7001", "校园来的老师");
        using var first = site.NewVisitor();
        (await first.GetAsync("/account/outside?returnUrl=/account")).TextOf("h1").Should().Be("我的账号");
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
            await users.AddToRoleAsync((await users.Users.SingleAsync(u => u.DisplayName == "校园来的老师")), Roles.Teacher);
        }

        using var again = site.NewVisitor();
        (await again.GetAsync("/account/outside?returnUrl=/classes")).Address.AbsolutePath.Should().Be("/account/passkeys");
        (await again.GetAsync("/classes")).Address.AbsolutePath.Should().Be("/account/passkeys");
        await site.AddPasskeyAsync(await site.InDbAsync(db => db.Users.Where(u => u.DisplayName == "校园来的老师").Select(u => u.UserName!).SingleAsync()));
        using var third = site.NewVisitor();

        (await third.GetAsync("/account/outside?returnUrl=/classes")).TextOf("[role=alert]").Should().Contain("通行密钥");
        (await third.GetAsync("/classes")).Address.AbsolutePath.Should().Be("/account/sign-in");
    }

    [Fact]
    public async Task After_a_change_of_provider_the_same_subject_is_another_person()
    {
        site.School.Person = ("7002", "旧系统的学员");
        using var before = site.NewVisitor();
        (await before.GetAsync("/account/outside")).TextOf(".account a").Should().Be("旧系统的学员");

        await site.ChangeProviderAsync();

        site.School.Person = ("7002", "新系统的学员");
        using var after = site.NewVisitor();
        (await after.GetAsync("/account/outside")).TextOf(".account a").Should().Be("新系统的学员");
        (await site.InDbAsync(db => db.UserLogins.CountAsync(l => l.ProviderKey.EndsWith(" 7002")))).Should().Be(2);
    }
}
