using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Paper.Choices;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Paper;

/// <summary>The cards of wording, eight on a page, to cut out.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class CardsModel(ContentLibrary content) : PageModel
{
    private const int CardsPerPage = 8;

    public sealed record Row(Stage Stage, ScoringPoint Point, GlossaryCard Card);

    /// <summary>Eight cards do not fit a smaller page.</summary>
    public static readonly IReadOnlyList<PaperSize> Sizes = [.. PaperSize.All.Where(s => s.Id != "B5")];

    public string? Stage { get; private set; }

    public PaperSize Size { get; private set; } = PaperSize.All[0];

    public IReadOnlyList<Row[]> Pages { get; private set; } = [];

    public IEnumerable<Stage> Stages => All.Select(r => r.Stage).Distinct();

    private IEnumerable<Row> All =>
        from frame in content.Frameworks
        from stage in frame.Stages
        from point in stage.Points
        from card in content.Cards
        where card.Point == point.Id
        select new Row(stage, point, card);

    public void OnGet(string? stage, string? size)
    {
        Stage = Stages.Any(s => s.Id == stage) ? stage : null;
        Size = Sizes.FirstOrDefault(s => s.Id == size) ?? Sizes[0];
        Pages = [.. All.Where(r => Stage is null || r.Stage.Id == Stage).Chunk(CardsPerPage)];
    }
}
