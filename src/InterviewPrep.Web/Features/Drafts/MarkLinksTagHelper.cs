using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>
/// Shows a text whose marked stretches lead to the card of their point: <c>&lt;mark-links text="…" marks="…"/&gt;</c>. Works without scripts;
/// the text wraps as always.
/// </summary>
[HtmlTargetElement("mark-links", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MarkLinksTagHelper : TagHelper
{
    public required string Text { get; set; }

    public required IReadOnlyList<TextMark> Marks { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "plain");
        var at = 0;
        foreach (var mark in Marks)
        {
            output.Content.Append(Text[at..mark.Start]);
            output.Content.AppendHtml($"<a class=\"m {mark.Look} stage s{mark.StageNumber}\" href=\"#{ComparedPoint.AnchorOf(mark.Points[0])}\" data-points=\"{string.Join(' ', mark.Points)}\"><span class=\"sr\">");
            output.Content.Append(mark.Spoken).AppendHtml("</span>").Append(Text.Substring(mark.Start, mark.Length)).AppendHtml("</a>");
            if (mark.Because.Length > 0) output.Content.AppendHtml($"<small class=\"because {mark.Look}\">").Append($"（{mark.Because}）").AppendHtml("</small>");
            at = mark.Start + mark.Length;
        }
        output.Content.Append(Text[at..]);
    }
}
