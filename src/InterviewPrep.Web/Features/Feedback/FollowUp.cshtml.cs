using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments.Manage;
using InterviewPrep.Web.Features.Marking;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Feedback;

/// <summary>What learners made of the feedback: opened, answered, changed, with the words before and after.</summary>
[Authorize(Policy = Policies.Marker)]
public sealed class FollowUpModel(AppDb db, CurrentPerson person, AssignmentTabQuery tabs) : AssignmentPage(db, person, tabs)
{
    public sealed record Row(LearnerName Learner, string Question, DateTimeOffset? OpenedAt, IReadOnlyList<MarkComment> Comments)
    {
        public IEnumerable<MarkComment> Changed => Comments.Where(c => c.Response?.ChangedAt is not null);

        /// <summary>What was answered, said in one line.</summary>
        public string Said => Comments.Count == 0 ? "没有批注" : string.Join("，", new[]
        {
            (Count: Comments.Count(c => c.Response is null), Text: "没回应"),
            (Count: Comments.Count(c => c.Response?.Kind == ResponseKind.Understood), Text: "知道了"),
            (Count: Comments.Count(c => c.Response?.IsOpen == true), Text: "说要改"),
            (Count: Changed.Count(), Text: "改好了"),
        }.Where(p => p.Count > 0).Select(p => $"{p.Count} 条{p.Text}"));
    }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(toManage: false, ct)) return NotFound();
        var names = await LearnerNamesAsync(ct);
        var opened = await Db.FeedbackOpenings.AsNoTracking().Where(o => Db.Submissions.Any(s => s.Id == o.SubmissionId && s.AssignmentId == AssignmentId)).ToDictionaryAsync(o => o.SubmissionId, o => o.At, ct);
        var marks = await Db.Marks.AsNoTracking().AsSplitQuery().Include(m => m.Comments).ThenInclude(c => c.Response).Include(m => m.Submission.AssignmentQuestion.Question)
            .Where(m => m.Submission.AssignmentId == AssignmentId && m.Total != null).ToListAsync(ct);
        Rows = [.. marks.Select(m => new Row(names.Of(m.Submission.LearnerId), m.Submission.AssignmentQuestion.Question.Title,
                opened.TryGetValue(m.SubmissionId, out var at) ? at : null, [.. m.Standing.OrderBy(c => c.Order)]))
            .OrderBy(r => r.Learner.SortKey, StringComparer.Ordinal)];
        return Page();
    }
}
