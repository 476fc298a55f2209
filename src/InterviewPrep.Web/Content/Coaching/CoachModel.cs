namespace InterviewPrep.Web.Content.Coaching;

/// <summary>What has been learned for a frame: what each sentence tells, and how the whole answer is decided.</summary>
public sealed record CoachModel(LinearModel Sentences, Decision Answers);
