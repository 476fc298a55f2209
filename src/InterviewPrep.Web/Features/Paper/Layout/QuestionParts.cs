using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.Paper.Layout;

/// <summary>A question as it is put: what is read before it, what is asked, what it shows.</summary>
public static class QuestionParts
{
    /// <param name="before">The question before it on the same paper; a material that they share is printed once.</param>
    public static IEnumerable<Block> Of(AskBlock ask, Material? material, Picture? picture, PageMetrics metrics, Material? before = null)
    {
        if (material is not null && material != before)
        {
            yield return new HeadingBlock($"材料　{material.Title}");
            foreach (var block in new HandoutText(metrics).Html(material.Html)) yield return block;
        }
        yield return picture is null ? ask : ask with { Leads = true };
        if (picture is not null) yield return new DrawingBlock(picture);
    }
}
