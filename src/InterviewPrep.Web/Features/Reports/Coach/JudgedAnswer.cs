using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Marking;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Reports.Coach;

/// <summary>A handed-in answer of whose points people have said something.</summary>
/// <param name="Verdicts">What its marker said of points.</param>
/// <param name="Judgements">What its learner said and lets the coach learn from, as far as the words still stand in it.</param>
public sealed record JudgedAnswer(Guid Id, Framework Framework, string Prompt, DraftText Text, IReadOnlyList<PointVerdict> Verdicts, IReadOnlyList<PointJudgement> Judgements);

/// <summary>Reads the answers of whose points people have said something, for whoever marks them.</summary>
public sealed class JudgedAnswers(AppDb db, ContentLibrary content)
{
    /// <summary>So many answers are looked at, the newest first: each is read by the coach.</summary>
    public const int Most = 300;

    /// <summary>The answers that a marker may see; an administrator's are those of the whole school.</summary>
    public async Task<IReadOnlyList<JudgedAnswer>> OfAsync(Marker marker, CancellationToken ct)
    {
        var rows = await db.Submissions.AsNoTracking().MarkedBy(marker).Where(s => !s.IsOnPaper && (s.Mark!.PointCount > 0 || db.PointJudgements.Any(j => j.DraftId == s.DraftId && j.MayTeach)))
            .OrderByDescending(s => s.HandedInAt).ThenBy(s => s.Id).Take(Most)
            .Select(s => new { s.Id, s.DraftId, s.AssignmentQuestion.QuestionRevision.Framework, s.AssignmentQuestion.QuestionRevision.Prompt, s.Text, Verdicts = s.Mark == null ? null : s.Mark.Points }).ToListAsync(ct);
        var drafts = rows.Select(r => r.DraftId).OfType<Guid>().ToList();
        var judgements = (await db.PointJudgements.AsNoTracking().Where(j => drafts.Contains(j.DraftId) && j.MayTeach).ToListAsync(ct)).ToLookup(j => j.DraftId);
        return [.. from row in rows
            let framework = content.FindFramework(row.Framework)
            where framework?.Coach is not null
            select new JudgedAnswer(row.Id, framework, row.Prompt, row.Text, row.Verdicts ?? [],
                [.. judgements[row.DraftId ?? Guid.Empty].Where(j => j.PlaceIn(row.Text) is not null).OrderBy(j => j.Point, StringComparer.Ordinal)])];
    }
}
