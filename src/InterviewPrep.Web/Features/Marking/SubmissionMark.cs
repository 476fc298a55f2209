using InterviewPrep.Web.Features.Marking;

// A part of the submission: what this room adds to it.
namespace InterviewPrep.Web.Features.Assignments;

public sealed partial class Submission
{
    public Mark? Mark { get; private set; }
}
