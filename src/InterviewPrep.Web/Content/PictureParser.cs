using System.Text.RegularExpressions;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Content;

/// <summary>Reads the <c>picture</c> of a question: a drawing beside it, and what it shows in words.</summary>
internal static partial class PictureParser
{
    public static Picture? Parse(SourceFile question, FrontMatter front, ProblemList problems, ContentReading reading)
    {
        if (front.Map("picture", required: false) is not { } map) return null;
        var (name, alt) = (map.Text("file"), map.Text("alt"));
        map.RefuseUnknownKeys();
        if (!NameSyntax().IsMatch(name))
        {
            problems.Add(map.LineOf("file"), "“file” is the name of an .svg file beside the question: a-z, 0-9 and hyphens");
            return null;
        }
        var path = $"{Path.GetDirectoryName(question.File)?.Replace('\\', '/')}/{name}";
        if (!reading.Has(path) || reading.TextOf(path) is not { } svg)
        {
            problems.Add(map.LineOf("file"), $"there is no drawing “{name}” beside the question");
            return null;
        }
        var drawing = new ProblemList(new SourceFile(path, svg), reading);
        foreach (var (line, message) in SvgRules.Breaches(svg)) drawing.Add(line, message);
        var hash = Sha256.Hex(svg);
        reading.Drawings[hash] = new Drawing(hash, svg);
        return problems.Keep(new Picture(hash, alt, SvgRules.Ratio(svg)), map.Line);
    }

    [GeneratedRegex(@"^[a-z0-9]+(?:-[a-z0-9]+)*\.svg$")]
    private static partial Regex NameSyntax();
}
