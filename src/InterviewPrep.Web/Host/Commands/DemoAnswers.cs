using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Host.Commands;

/// <summary>What the learners of the demonstration write, and how well.</summary>
public static class DemoAnswers
{
    /// <summary>A learner's answer: a model answer with sentences left out, and now and then a stage that was not reached.</summary>
    public static DraftText Text(QuestionRevision revision, List<string> stages, int learner)
    {
        var answer = revision.Answers.ElementAt(learner % revision.Answers.Count);
        return new DraftText(answer.Stages.ToDictionary(s => s.Stage, s =>
        {
            if (learner % 9 == 8 && s.Stage == stages[^1]) return "";
            return string.Concat(Sentences.Split(s.Text.Text).Where((_, i) => i == 0 || (i + learner) % 3 != 0));
        }));
    }

    /// <summary>The share of an element's points that a learner gets. Learners differ more than elements do, and every class has an element that it has not learned yet: totals lie between some 45 and 93 of a hundred.</summary>
    public static double Share(int learner, int element, double lift)
    {
        double[] learners = [0.86, 0.71, 0.63, 0.78, 0.55, 0.91, 0.68, 0.74, 0.47, 0.82, 0.66];
        double[] elements = [0.06, -0.02, -0.14, 0.03, 0.01, -0.05];
        return Math.Clamp(learners[learner % learners.Length] + elements[element % elements.Length] + 0.04 * ((learner * 7 + element * 3) % 5 - 2) + lift, 0.3, 1);
    }
}
