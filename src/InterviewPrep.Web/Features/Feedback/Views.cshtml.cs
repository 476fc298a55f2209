using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared.Charts;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.Feedback;

/// <summary>How oneself, the coach and teachers see one's answers over time.</summary>
[Authorize]
public sealed class ViewsModel(ScoreViews views, CurrentPerson person, SiteTime siteTime) : PageModel
{
    private const int FewestForChart = 2;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ScoreView> Rows { get; private set; } = [];

    /// <summary>A line for each who has said something at least twice.</summary>
    public IEnumerable<LineChart> Lines => new[] { Line("自评", r => r.Self), Line("系统认出", r => r.Coach), Line("老师评分", r => r.Teacher) }.OfType<LineChart>();

    public async Task OnGetAsync(CancellationToken ct) => Rows = await views.OfAsync(person.Id!.Value, ct);

    private LineChart? Line(string name, Func<ScoreView, double?> of)
    {
        var points = Rows.Where(r => of(r) is not null).Select(r => new LinePoint(r.Title, WallClock.Day(r.At, siteTime.Zone), of(r)!.Value)).ToList();
        return points.Count < FewestForChart ? null : new LineChart(name, points);
    }
}
