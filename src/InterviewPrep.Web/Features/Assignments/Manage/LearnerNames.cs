using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Classes;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Assignments.Manage;

/// <summary>What a learner is called on markers' pages and in files.</summary>
/// <param name="Number">学号; empty where there is none or names are hidden.</param>
/// <param name="SortKey">Order in lists and files.</param>
public sealed record LearnerName(string Name, string Number, string SortKey);

/// <summary>
/// Names for one assignment. While names are hidden there are only 抽签号 in here, so that no page or file
/// can give a name away by mistake.
/// </summary>
public sealed class LearnerNames
{
    private readonly Dictionary<Guid, LearnerName> people;

    private LearnerNames(Dictionary<Guid, LearnerName> people) => this.people = people;

    public static async Task<LearnerNames> OfAsync(AppDb db, Assignment assignment, CancellationToken ct)
    {
        if (assignment.HidesNames)
            return new LearnerNames(await db.CandidateNumbers.AsNoTracking().Where(l => l.AssignmentId == assignment.Id).ToDictionaryAsync(l => l.LearnerId, l => new LearnerName(CandidateNumber.Format(l.Number), "", $"{l.Number:0000}"), ct));
        // Those who left the class keep their names on what they handed in.
        var names = await db.Submissions.AsNoTracking().Where(s => s.AssignmentId == assignment.Id).Select(s => new { s.LearnerId, s.Learner.DisplayName, s.Learner.StudentNumber }).Distinct().ToListAsync(ct);
        var people = names.ToDictionary(n => n.LearnerId, n => new LearnerName(n.DisplayName, n.StudentNumber, n.StudentNumber));
        foreach (var p in await db.PeopleOf(assignment.ClassId).ToListAsync(ct)) people[p.UserId] = new LearnerName(p.Name, p.Number, p.Number);
        return new LearnerNames(people);
    }

    public LearnerName Of(Guid learner) => people.GetValueOrDefault(learner, new LearnerName("（已离开）", "", "~"));
}
