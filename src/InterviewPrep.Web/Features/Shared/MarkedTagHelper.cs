using System.Text.Encodings.Web;
using InterviewPrep.Web.Content;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InterviewPrep.Web.Features.Shared;

/// <summary>Shows a text in paragraphs with its marked stretches underlined: <c>&lt;marked text="…" frame="…"/&gt;</c>.</summary>
[HtmlTargetElement("marked", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MarkedTagHelper(HtmlEncoder encoder) : TagHelper
{
    public required MarkedText Text { get; set; }

    /// <summary>The frame whose stages colour the marks; null for faults, which are numbered instead.</summary>
    public Framework? Framework { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "plain");
        var number = 0;
        foreach (var (text, mark) in Text.Runs())
        {
            if (mark is null)
            {
                output.Content.Append(text);
                continue;
            }
            var point = Framework?.FindPoint(mark.Id);
            var stage = point is null ? 0 : Framework!.FindStage(point.Stage)!.Number;
            output.Content.AppendHtml($"<mark class=\"stage s{stage}\" title=\"{encoder.Encode(point?.Name ?? Faults.Name(mark.Id))}\">");
            output.Content.Append(text);
            output.Content.AppendHtml("</mark>");
            if (mark.Note is not null) output.Content.AppendHtml($"<sup>{++number}</sup>");
        }
    }
}
