using InterviewPrep.Web.Features.Assignments;
using Microsoft.AspNetCore.Http.Extensions;

namespace InterviewPrep.Web.Features.Marking;

/// <summary>How a marker goes through the answers of an assignment. Kept in the query string, so that the marking page goes on with the same filter.</summary>
public sealed record QueueView
{
    public const string Learner = "learner";

    /// <summary>Id of the question; the first one where none is named.</summary>
    public Guid? Question { get; init; }

    public bool Unmarked { get; init; }

    public bool Late { get; init; }

    public string? Pile { get; init; }

    /// <summary>Id of a stage that was left empty.</summary>
    public string? Missing { get; init; }

    /// <summary><see cref="Learner"/> for all answers of one learner after each other; else by question across all learners.</summary>
    public string? By { get; init; }

    public bool ByLearner => By == Learner;

    public bool IsNarrowed => Unmarked || Late || Pile is { Length: > 0 } || Missing is { Length: > 0 };

    public QueueFilter Filter => new(ByLearner ? null : Question, Unmarked, Late, Pile, Missing);

    /// <summary>The address of the list, or of one answer of it, narrowed like this.</summary>
    public string AddressIn(Assignment assignment, Guid? submission = null) =>
        $"/classes/{assignment.ClassId}/assignments/{assignment.Id}/marking{(submission is { } id ? $"/{id}" : "")}{Query}";

    /// <summary>The part of an address behind the path; empty where nothing is set.</summary>
    public string Query
    {
        get
        {
            var query = new QueryBuilder();
            if (ByLearner) query.Add("by", Learner);
            else if (Question is { } question) query.Add("question", question.ToString());
            if (Unmarked) query.Add("unmarked", "true");
            if (Late) query.Add("late", "true");
            if (Pile is { Length: > 0 }) query.Add("pile", Pile);
            if (Missing is { Length: > 0 }) query.Add("missing", Missing);
            return query.ToString();
        }
    }
}
