using System.Diagnostics;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts.SignIn.Password;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Accounts;

public sealed class PasswordTests(PasswordTests.Site app) : IClassFixture<PasswordTests.Site>
{
    public sealed class Site : App
    {
        protected override bool HashesInFull => true;
    }

    [Theory]
    [InlineData("1234567", "至少 8")]
    [InlineData("👍👍👍👍", "至少 8")]
    [InlineData("password", "太常见")]
    [InlineData("ＰＡＳＳＷＯＲＤ１", "太常见")]
    [InlineData("woaini1314", "太常见")]
    [InlineData("知行面试2026", "太常见")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "太常见")]
    [InlineData("weakname99", "太常见")]
    public async Task A_password_that_is_short_or_guessed_first_is_refused(string password, string reason)
    {
        using var visitor = app.NewVisitor();

        (await visitor.RegisterAsync("weakname", password)).TextOf("[role=alert]").Should().Contain(reason);
    }

    [Theory]
    [InlineData("  两头 有 空格 也 算 数  ")]
    [InlineData("correct horse battery staple")]
    [InlineData("𬱖𬱖𬱖👩‍🎓👩‍🎓👩‍🎓𬱖𬱖")]
    [InlineData("zxcvqwrt")]
    public async Task Any_other_password_is_taken_and_kept_to_the_character(string password)
    {
        var name = $"密码{Guid.NewGuid():N}"[..20];
        using var visitor = app.NewVisitor();
        (await visitor.RegisterAsync(name, password)).Address.AbsolutePath.Should().Be("/account/recovery-codes");

        using var again = app.NewVisitor();
        (await again.SignInAsync(name, password + " ")).TextOf("[role=alert]").Should().Contain("不对");
        (await again.SignInAsync(name, password)).Address.AbsolutePath.Should().Be("/");
    }

    [Theory]
    [InlineData("re\u0301sume\u0301 2026", "r\u00E9sum\u00E9 2026")]
    [InlineData("全角\u3000空格\u00A0也一样", "全角 空格 也一样")]
    public async Task A_password_is_the_same_in_whichever_form_a_keyboard_sends_it(string set, string typed)
    {
        var name = $"形式{Guid.NewGuid():N}"[..20];
        using var visitor = app.NewVisitor();
        await visitor.RegisterAsync(name, set);
        using var again = app.NewVisitor();

        (await again.SignInAsync(name, typed)).Address.AbsolutePath.Should().Be("/");
    }

    [Theory]
    [InlineData("Rene\u0301", "ＲＥＮ\u00C9")]
    [InlineData("ﬁsher", "FISHER")]
    public async Task A_user_name_is_the_same_in_whichever_form_a_keyboard_sends_it(string made, string typed)
    {
        using var visitor = app.NewVisitor();
        await visitor.RegisterAsync(made);
        using (var again = app.NewVisitor()) (await again.SignInAsync(typed)).Address.AbsolutePath.Should().Be("/");

        using var other = app.NewVisitor();
        (await other.RegisterAsync(typed)).TextOf("[role=alert]").Should().Contain("已有人用");
    }

    [Fact]
    public async Task From_8_to_128_characters_and_not_one_more()
    {
        using var visitor = app.NewVisitor();
        string Long(int length) => string.Concat(Enumerable.Range(0, length).Select(i => (char)('一' + i)));

        (await visitor.RegisterAsync("长密码", Long(129))).TextOf("[role=alert]").Should().Contain("最多 128");
        (await visitor.RegisterAsync("长密码", Long(128))).Address.AbsolutePath.Should().Be("/account/recovery-codes");
    }

    [Fact]
    public async Task The_hash_says_210000_rounds_of_HMAC_SHA512()
    {
        using var visitor = app.NewVisitor();
        await visitor.RegisterAsync("看看哈希");

        var hash = Convert.FromBase64String((await app.InDbAsync(db => db.Users.Where(u => u.UserName == "看看哈希").Select(u => u.PasswordHash).SingleAsync()))!);

        hash[0].Should().Be(1, "the format of Identity 3");
        int Number(int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at));
        Number(1).Should().Be(2, "HMAC-SHA512");
        Number(5).Should().Be(210_000);
    }

    [Fact]
    public void The_list_of_common_passwords_is_long_and_holds_the_ones_tried_first()
    {
        CommonPasswords.Count.Should().BeGreaterThan(3_000);
        foreach (var password in new[] { "12345678", "qwertyuiop", "1qaz2wsx", "iloveyou", "admin123", "88888888", "5201314520", "gongwuyuan123", "a123456789" })
            CommonPasswords.Contains(password).Should().BeTrue(password);
        CommonPasswords.Contains(InitialPassword.New()).Should().BeFalse();
    }

    [Fact]
    public async Task A_user_name_is_the_same_in_full_and_half_width_and_hides_nothing()
    {
        using var visitor = app.NewVisitor();
        await visitor.RegisterAsync("Ｗａｎｇ２０２６");
        using var other = app.NewVisitor();

        (await other.RegisterAsync("wang2026")).TextOf("[role=alert]").Should().Contain("已有人用");
        (await other.SignInAsync("WANG2026")).Address.AbsolutePath.Should().Be("/");
        using var third = app.NewVisitor();
        foreach (var odd in new[] { "管理\u200b员", "\u202Eadmin", "a\u0001b", "a\u0000b", new string('长', 51), "  " })
            (await third.RegisterAsync(odd)).Page.QuerySelector("[role=alert]").Should().NotBeNull(odd);
    }

    [Fact]
    public async Task An_unknown_name_takes_as_long_as_a_wrong_password_and_looks_the_same()
    {
        await app.NewPersonAsync("有这个人");
        var (known, unknown) = (new List<double>(), new List<double>());
        string? first = null, second = null;
        for (var i = 0; i < 4; i++)
        {
            (first, var time) = await WrongAsync("有这个人");
            known.Add(time);
            (second, time) = await WrongAsync("无这个人");
            unknown.Add(time);
        }

        first!.Replace("有这个人", "").Should().Be(second!.Replace("无这个人", ""));
        unknown.Min().Should().BeGreaterThan(known.Min() * 0.5, "a hash is computed for nobody, too");
    }

    private async Task<(string Text, double Time)> WrongAsync(string name)
    {
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/account/sign-in");
        var watch = Stopwatch.StartNew();
        var answer = await visitor.SubmitAsync(page, "main form", ("name", name), ("password", "不是这个密码呀"));
        return (answer.One("main").OuterHtml.Replace(answer.One("input[name=__RequestVerificationToken]").OuterHtml, ""), watch.Elapsed.TotalMilliseconds);
    }

    [Theory]
    [InlineData("/account/sign-in", "current-password")]
    [InlineData("/account/register", "new-password")]
    [InlineData("/account/confirm", "current-password")]
    [InlineData("/account/password", "current-password", "new-password")]
    public async Task A_password_field_hides_is_known_to_password_managers_and_cuts_nothing_off(string path, params string[] purposes)
    {
        using var person = await app.NewPersonAsync($"字段{Guid.NewGuid():N}"[..20]);

        var fields = (await person.GetAsync(path)).Page.QuerySelectorAll("main input[name=password], main input[name=current]");

        fields.Select(f => f.GetAttribute("autocomplete")).Should().Equal(purposes);
        fields.Should().AllSatisfy(f => (f.GetAttribute("type"), f.HasAttribute("maxlength"), f.HasAttribute("pattern")).Should().Be(("password", false, false)));
    }
}
