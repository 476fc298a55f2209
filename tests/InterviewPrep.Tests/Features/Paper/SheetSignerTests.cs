using InterviewPrep.Web.Features.Paper.Codes;

namespace InterviewPrep.Tests.Features.Paper;

public sealed class SheetSignerTests
{
    private static readonly SheetSigner Signer = With(1);

    private readonly SheetReference page = new(Signer.TokenOf(Person), 4711, 2, 3, 4);

    private static Guid Person { get; } = Guid.Parse("0198b3a0-1111-7000-8000-000000000001");

    [Fact]
    public void Both_codes_are_read_back_however_they_are_typed()
    {
        var codes = Signer.Codes(page);

        Signer.Read(codes.Long).Should().Be(page);
        var typed = Signer.Read(codes.Short.ToLowerInvariant().Replace("-", "　 ", StringComparison.Ordinal).Replace('0', 'o'))!;
        typed.Should().Be(page with { Person = page.Person >> 25, Pages = 0 });
        Signer.IsOf(typed, Person).Should().BeTrue();
    }

    [Fact]
    public void No_single_wrong_character_is_taken_for_a_code()
    {
        var codes = Signer.Codes(page);

        foreach (var code in new[] { codes.Long, codes.Short.Replace("-", "", StringComparison.Ordinal) })
        {
            for (var i = 0; i < code.Length; i++)
            {
                foreach (var c in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".Where(c => c != code[i]))
                    Signer.Read(code[..i] + c + code[(i + 1)..]).Should().BeNull();
            }
        }
    }

    [Fact]
    public void Another_site_reads_nothing_and_a_code_names_nobody()
    {
        var codes = Signer.Codes(page);

        With(2).Read(codes.Long).Should().BeNull();
        With(2).Read(codes.Short).Should().BeNull();
        With(2).TokenOf(Person).Should().NotBe(page.Person);
        Signer.IsOf(page, Guid.NewGuid()).Should().BeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://example.org/")]
    [InlineData("二维码")]
    [InlineData("000000000000000000000000000000")]
    public void What_is_no_code_is_none(string? text) => Signer.Read(text).Should().BeNull();

    private static SheetSigner With(byte seed)
    {
        var signer = new SheetSigner();
        signer.Use([.. Enumerable.Repeat(seed, 32)]);
        return signer;
    }
}
