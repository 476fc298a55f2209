using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Accounts;

/// <summary>To whom the school's sign-in belongs, and the names that it tells or does not tell.</summary>
public sealed class SchoolKeyTests(ExternalLoginTests.Site site) : IClassFixture<ExternalLoginTests.Site>
{
    private Task<int> TieAsync(string userName, string key) => site.InDbAsync(async db =>
    {
        var id = await db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync();
        db.Add(new IdentityUserLogin<Guid> { LoginProvider = "school", ProviderKey = key, ProviderDisplayName = "校园账号", UserId = id });
        return await db.SaveChangesAsync();
    });

    [Fact]
    public async Task The_same_subject_of_another_issuer_is_another_person()
    {
        using var teacher = await site.NewPersonAsync("换系统前的老师", Roles.Teacher);
        await TieAsync("换系统前的老师", "https://old.example 1001");
        site.School.Person = ("1001", "新系统的学员");
        using var visitor = site.NewVisitor();

        (await visitor.GetAsync("/account/outside")).TextOf(".account a").Should().Be("新系统的学员");

        var keys = await site.InDbAsync(db => db.UserLogins.Where(l => l.ProviderKey.EndsWith(" 1001")).Select(l => l.ProviderKey).ToListAsync());
        keys.Should().BeEquivalentTo("https://old.example 1001", $"{site.School.Authority} 1001");
    }

    [Fact]
    public async Task A_name_that_only_userinfo_tells_is_read()
    {
        (site.School.Person, site.School.TellsNamesAtUserInfo) = (("4001", "只在用户信息里的名字"), true);
        using var visitor = site.NewVisitor();

        var home = await visitor.GetAsync("/account/outside");

        site.School.TellsNamesAtUserInfo = false;
        home.TextOf(".account a").Should().Be("只在用户信息里的名字");
    }

    [Fact]
    public async Task Who_comes_without_a_name_is_asked_once()
    {
        site.School.Person = ("4002", "");
        using var visitor = site.NewVisitor();
        var page = await visitor.GetAsync("/account/outside?returnUrl=/drafts");
        page.TextOf("h1").Should().Be("请问怎么称呼");

        var hidden = await visitor.SubmitAsync(page, "main form", ("name", "看不\u200B见"));
        hidden.TextOf("[role=alert]").Should().Contain("看不见的字符");
        var drafts = await visitor.SubmitAsync(hidden, "main form", ("name", "自己写的名字"));

        drafts.Address.AbsolutePath.Should().Be("/drafts");
        drafts.TextOf(".account a").Should().Be("自己写的名字");
        using var again = site.NewVisitor();
        (await again.GetAsync("/account/outside")).TextOf(".account a").Should().Be("自己写的名字");
    }

    [Fact]
    public async Task More_than_twenty_people_may_have_one_name()
    {
        for (var i = 1; i <= 23; i++)
        {
            site.School.Person = ($"50{i:00}", "同名的人");
            using var visitor = site.NewVisitor();
            (await visitor.GetAsync("/account/outside")).TextOf(".account a").Should().Be("同名的人", $"number {i}");
        }
        (await site.InDbAsync(db => db.Users.CountAsync(u => u.DisplayName == "同名的人"))).Should().Be(23);
    }

    /// <summary>A site whose school does not answer.</summary>
    public sealed class Down : App
    {
        protected override IEnumerable<string> Settings => ["--Oidc:Authority=http://127.0.0.1:1", "--Oidc:ClientId=interview", "--Oidc:Name=校园账号"];
    }

    public sealed class DownTests(Down site) : IClassFixture<Down>
    {
        [Fact]
        public async Task A_school_that_does_not_answer_is_a_page_that_says_so()
        {
            using var visitor = site.NewVisitor();

            var answer = await visitor.GetAsync("/account/outside?returnUrl=/drafts");

            answer.Status.Should().Be(System.Net.HttpStatusCode.OK);
            answer.TextOf("[role=alert]").Should().Contain("校园账号那边现在打不开").And.Contain("用户名和密码");
        }
    }
}
