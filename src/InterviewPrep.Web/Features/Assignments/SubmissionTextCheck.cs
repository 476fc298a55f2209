using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Drafts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments;

/// <summary>
/// Names at the start the submissions whose text was kept aside in a conflict: older builds took the newest version, whosever it was.
/// They are named and not changed, because marks may hang on their words.
/// </summary>
public sealed partial class SubmissionTextCheck(IServiceScopeFactory scopes, ILogger<SubmissionTextCheck> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var wrong = await db.Submissions.AsNoTracking()
                .Where(s => db.DraftVersions.Any(v => v.DraftId == s.DraftId && v.IsAside && v.Text == s.Text)
                    && !db.DraftVersions.Acknowledged().Any(v => v.DraftId == s.DraftId && v.Text == s.Text))
                .Select(s => new { s.Id, s.AssignmentId, s.LearnerId, s.DraftId }).ToListAsync(cancellationToken);
            foreach (var one in wrong) LogWrong(one.Id, one.AssignmentId, one.LearnerId, one.DraftId);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(e);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Submission {Submission} of assignment {Assignment} by {Learner} holds a text that was kept aside in a conflict, not the last one saved in draft {Draft}; compare the two and let it be handed in again")]
    private partial void LogWrong(Guid submission, Guid assignment, Guid learner, Guid? draft);

    [LoggerMessage(Level = LogLevel.Error, Message = "Submissions could not be checked for texts kept aside")]
    private partial void LogFailed(Exception exception);
}
