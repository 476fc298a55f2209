using InterviewPrep.Web.Content;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Shared.Charts;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features.StudyPlan;

/// <summary>What one has practised and what sits: by type, stage and point, speaking time, days.</summary>
[AllowAnonymous]
public sealed class ProgressModel(StudyRecords records, ContentLibrary content, CurrentPerson person) : PageModel
{
    public StudyRecord Record { get; private set; } = null!;

    public IReadOnlyList<BarChart> Charts { get; private set; } = [];

    /// <summary>The points of the last answers, by stage.</summary>
    public IReadOnlyList<(Stage Stage, IReadOnlyList<PointShare> Points)> Points { get; private set; } = [];

    /// <summary>The last answers with their speaking time in seconds, the newest first.</summary>
    public IReadOnlyList<(AnsweredQuestion Answer, int Seconds)> Times { get; private set; } = [];

    public IReadOnlyList<IReadOnlyList<DayMark>> Weeks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Record = await records.ReadAsync(ct);
        Charts = ProgressCharts.Of(Record, content);
        Points = ProgressCharts.Points(Record, content);
        Times = [.. Record.Answers.Reverse().Take(ProgressCharts.ShownTimes).Select(a => (a, SpeechText.Seconds(a.Zi, person.SpeakingRate)))];
        Weeks = DayMark.Weeks(Record);
    }
}
