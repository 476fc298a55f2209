namespace InterviewPrep.Web.Features.Practice;

/// <summary>How long one thinks and answers where the learner has set nothing else, in seconds. Source: mission facts, at most 1–1.5 min and 2–3 min.</summary>
public static class PracticeTimes
{
    public const int Thinking = 60, Answering = 180;
}
