namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Asked before a save could change a draft: what must count as it stands is taken first.</summary>
public interface IBeforeDraftSave
{
    Task BeforeSaveAsync(Guid draftId, CancellationToken ct);
}
