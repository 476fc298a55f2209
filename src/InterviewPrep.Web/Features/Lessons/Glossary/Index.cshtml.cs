using InterviewPrep.Web.Content;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Lessons.Glossary;

/// <summary>Cards of wording by stage and scoring point.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class IndexModel(ContentLibrary content) : PageModel
{
    public IEnumerable<(Stage Stage, IEnumerable<(ScoringPoint Point, IReadOnlyList<GlossaryCard> Cards)> Points)> Stages =>
        from frame in content.Frameworks
        from stage in frame.Stages
        let points = from point in stage.Points
                     let cards = content.Cards.Where(c => c.Point == point.Id).ToList()
                     where cards.Count > 0
                     select (point, (IReadOnlyList<GlossaryCard>)cards)
        where points.Any()
        select (stage, points);

    public void OnGet()
    {
    }
}
