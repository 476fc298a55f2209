using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts.SignIn.Throttle;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Accounts;

/// <summary>A forgotten password is no lost account: codes on paper set it anew, each once.</summary>
public sealed class RecoveryTests(App app) : IClassFixture<App>
{
    private const string NewPassword = "换了一把好记的钥匙 2027";

    [Fact]
    public async Task Who_registers_is_offered_codes_and_gets_in_again_with_one_of_them()
    {
        using var visitor = app.NewVisitor();
        var offer = await visitor.RegisterAsync("会忘密码的人");
        offer.TextOf("h1").Should().Be("恢复码");
        var codes = await MakeAsync(visitor);
        codes.Should().HaveCount(8).And.OnlyHaveUniqueItems().And.OnlyContain(c => c.Length == 19);
        (await visitor.GetAsync("/account/recovery-codes")).Text.Should().NotContain(codes[0], "they are shown once").And.Contain("8 个没用过");

        using var elsewhere = app.NewVisitor();
        var link = (await elsewhere.GetAsync("/account/sign-in")).One("a[href='/account/recover']").GetAttribute("href")!;
        var inside = await elsewhere.SubmitAsync(await elsewhere.GetAsync(link), "main form", ("name", "会忘密码的人"), ("code", $" {codes[0].ToLowerInvariant().Replace("-", "")} "), ("password", NewPassword));

        inside.Address.AbsolutePath.Should().Be("/account");
        inside.TextOf(".account a").Should().Be("会忘密码的人");
        (await visitor.GetAsync("/account")).Address.AbsolutePath.Should().Be("/account/sign-in", "every other session has ended");
        using var again = app.NewVisitor();
        (await again.SignInAsync("会忘密码的人", NewPassword)).Address.AbsolutePath.Should().Be("/");
        (await RecoverAsync("会忘密码的人", codes[0])).TextOf("[role=alert]").Should().Contain("不对", "a code works once");
        (await RecoverAsync("会忘密码的人", codes[1])).Address.AbsolutePath.Should().Be("/account");
    }

    [Fact]
    public async Task New_codes_make_the_old_ones_worthless_and_a_weak_password_uses_none_up()
    {
        using var person = await app.NewPersonAsync("换恢复码的人");
        var old = await MakeAsync(person);
        var codes = await MakeAsync(person);

        (await RecoverAsync("换恢复码的人", old[0])).TextOf("[role=alert]").Should().Contain("不对");
        (await RecoverAsync("换恢复码的人", codes[0], "12345678")).TextOf("[role=alert]").Should().Contain("太常见");
        (await RecoverAsync("换恢复码的人", codes[0])).Address.AbsolutePath.Should().Be("/account");
    }

    [Fact]
    public async Task Another_s_code_and_nobody_s_name_look_the_same_and_guessing_is_slowed_down()
    {
        using var person = await app.NewPersonAsync("被猜恢复码的人");
        using var other = await app.NewPersonAsync("恢复码的主人");
        await MakeAsync(person);
        var foreign = (await MakeAsync(other))[0];

        var wrong = await RecoverAsync("被猜恢复码的人", foreign);
        (await RecoverAsync("没有这个人", foreign)).TextOf("[role=alert]").Should().Be(wrong.TextOf("[role=alert]"));
        for (var i = 1; i < SignInThrottle.ByAccountAndAddress.Tries; i++) await RecoverAsync("被猜恢复码的人", foreign);
        ((int)(await RecoverAsync("被猜恢复码的人", foreign)).Status).Should().Be(429);
        app.Clock.Advance(SignInThrottle.ByAccountAndAddress.Span);
    }

    [Fact]
    public async Task The_store_holds_no_code_and_deletion_takes_the_hashes_too()
    {
        using var person = await app.NewPersonAsync("删恢复码的人");
        var codes = await MakeAsync(person);
        var kept = await app.InDbAsync(db => db.RecoveryCodes.Where(c => db.Users.Any(u => u.Id == c.UserId && u.UserName == "删恢复码的人")).ToListAsync());

        kept.Should().HaveCount(8);
        foreach (var code in codes) kept.Should().NotContain(k => k.Hash.Contains(code.Replace("-", ""), StringComparison.OrdinalIgnoreCase));
        await person.SubmitAsync(await person.GetAsync("/account/delete"), "main form", ("name", "删恢复码的人"));
        (await app.InDbAsync(db => db.RecoveryCodes.CountAsync(c => c.UserId == kept[0].UserId))).Should().Be(0);
    }

    private async Task<Answer> RecoverAsync(string name, string code, string password = NewPassword)
    {
        using var visitor = app.NewVisitor();
        return await visitor.SubmitAsync(await visitor.GetAsync("/account/recover"), "main form", ("name", name), ("code", code), ("password", password));
    }

    private static async Task<List<string>> MakeAsync(Visitor person)
    {
        var page = await person.SubmitAsync(await person.GetAsync("/account/recovery-codes"), "main form");
        return [.. page.Page.QuerySelectorAll("ol .secret").Select(c => c.TextContent)];
    }
}
