using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>
/// Shows a stage's text on the marking page: <c>&lt;answer-text stage="…"/&gt;</c>. Its text nodes hold the text to the character, so that
/// a place in the page is an offset in the text; what is said about a stretch stands in attributes.
/// </summary>
[HtmlTargetElement("answer-text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AnswerTagHelper : TagHelper
{
    public required MarkingStage Stage { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "plain answer-text");
        output.Attributes.SetAttribute("data-stage", Stage.Stage.Id);
        foreach (var sentence in Stage.Sentences)
        {
            var stamp = sentence.Digit > 0 ? $" data-stamp=\"{Stamps.Name(sentence.Digit)}\" data-digit=\"{sentence.Digit}\"" : "";
            output.Content.AppendHtml(string.Create(CultureInfo.InvariantCulture, $"<span class=\"sentence\" data-start=\"{sentence.Start}\" data-length=\"{sentence.Length}\"{stamp}>"));
            foreach (var run in sentence.Runs)
            {
                if (run.IsCommented) output.Content.AppendHtml("<mark class=\"commented\">");
                if (run.Hint is not null) output.Content.AppendHtml($"<span class=\"m {run.Hint.Look}\" title=\"").Append(run.Hint.Spoken.Trim('【', '】')).AppendHtml("\">");
                output.Content.Append(run.Text);
                if (run.Hint is not null) output.Content.AppendHtml("</span>");
                if (run.IsCommented) output.Content.AppendHtml("</mark>");
            }
            output.Content.AppendHtml("</span>");
        }
    }
}
