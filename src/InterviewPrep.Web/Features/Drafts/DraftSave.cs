namespace InterviewPrep.Web.Features.Drafts;

/// <summary>One save as it came from a page.</summary>
/// <param name="BaseRevision">Revision that the writer's text builds on; 0 for a new draft.</param>
/// <param name="Stages">Stages that are not given stay as they are.</param>
/// <param name="Begin">True where the learner started over, so that the text so far stays as a version.</param>
/// <param name="QuestionNumber">The revision of the question that stood on the page, for a draft that is new; null for the newest.</param>
public sealed record DraftSave(int BaseRevision, IReadOnlyDictionary<string, string> Stages, bool Begin = false, int? QuestionNumber = null);

/// <summary>What became of a save.</summary>
public enum SaveOutcome
{
    /// <summary>On disk.</summary>
    Saved,

    /// <summary>Somebody saved something else on the same base. The stored draft is given and unchanged; the new text is on disk beside it.</summary>
    Conflict,

    /// <summary>There is no such draft of this person, or no such question.</summary>
    NotFound,

    /// <summary>The question's frame has no such stage; nothing was changed.</summary>
    UnknownStage,

    /// <summary>The person has used up their share of the store; nothing was changed.</summary>
    OverQuota,

    /// <summary>The store has no room left; nothing was changed.</summary>
    StorageFull,

    /// <summary>The store cannot be written at the moment; nothing was changed.</summary>
    StorageUnavailable,
}

/// <param name="Draft">As it is stored now; null where there is none, or where nothing was changed.</param>
public sealed record SaveResult(SaveOutcome Outcome, Draft? Draft = null)
{
    /// <summary>With <see cref="SaveOutcome.UnknownStage"/>, which.</summary>
    public string Stage { get; init; } = "";

    /// <summary>With <see cref="SaveOutcome.Conflict"/>: false where too many texts were kept aside already, so that the page has the only copy.</summary>
    public bool IsAsideKept { get; init; } = true;

    /// <summary>Why nothing was saved, for the autosave and the plain form alike; null for the other outcomes.</summary>
    public (int Status, string Reason)? Refusal => Outcome switch
    {
        SaveOutcome.UnknownStage => (400, $"这道题没有「{Stage}」这一步，没有保存；您写的内容还在这里。"),
        SaveOutcome.OverQuota => (413, DraftLimits.OverQuota),
        SaveOutcome.StorageFull => (507, DraftForm.StorageFull),
        SaveOutcome.StorageUnavailable => (503, DraftForm.StorageUnavailable),
        _ => null,
    };
}
