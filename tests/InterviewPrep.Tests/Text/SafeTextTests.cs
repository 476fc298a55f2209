using InterviewPrep.Web.Text;

namespace InterviewPrep.Tests.Text;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-先接人", "'-先接人")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠a", "'＠a")]
    [InlineData("先说一句，再说“两句”。\n1+1=2", "先说一句，再说“两句”。\n1+1=2")]
    [InlineData("'已经有撇号", "'已经有撇号")]
    [InlineData("", "")]
    public void A_cell_that_could_be_a_formula_is_made_harmless_and_ordinary_text_stays(string text, string cell) => SafeText.Cell(text).Should().Be(cell);

    [Theory]
    [InlineData("S1 𬱖某某 第1题", "S1 𬱖某某 第1题")]
    [InlineData("../..\\a:b*c?\"<>|", ".. a b c")]
    [InlineData("con", "_con")]
    [InlineData(" . ", "_")]
    [InlineData("a\u202Ecod.exe", "a cod.exe")]
    public void A_file_name_is_fit_for_any_system(string name, string safe) => SafeText.FileName(name).TrimStart('.', ' ').Should().Be(safe.TrimStart('.', ' '));
}
