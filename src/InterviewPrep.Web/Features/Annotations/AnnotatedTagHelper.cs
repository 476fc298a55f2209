using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InterviewPrep.Web.Features.Annotations;

/// <summary>Shows a handed-in text with its stretches: <c>&lt;annotated text="…" over="…"/&gt;</c>.</summary>
[HtmlTargetElement("annotated", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AnnotatedTagHelper : TagHelper
{
    public required string Text { get; set; }

    public required IReadOnlyList<TextRange> Over { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "plain annotated");
        foreach (var run in TextRanges.Runs(Text, Over))
        {
            if (run.Over.Count > 0) output.Content.AppendHtml($"<mark class=\"{Class(run.Over)}\">");
            output.Content.Append(run.Text);
            if (run.Over.Count > 0) output.Content.AppendHtml("</mark>");
            foreach (var range in run.Ending)
            {
                output.Content.AppendHtml($"<span class=\"after {Class([range])}\">");
                output.Content.Append(range.Label);
                output.Content.AppendHtml("</span>");
            }
        }
    }

    private static string Class(IReadOnlyList<TextRange> over) =>
        over.Any(s => s.Kind == TextRangeKind.Comment) ? "noted" : over.Any(s => s.Kind == TextRangeKind.Fault) ? "faulted" : "praised";
}
