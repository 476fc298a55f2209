using System.Security.Cryptography;

namespace InterviewPrep.Web.Features.Paper.Codes;

/// <summary>
/// A learner's seat at an assignment. Sheets for it carry its mark, so that a page goes to this assignment
/// and not to another one with the same question.
/// </summary>
public static class SeatId
{
    public static Guid Of(Guid assignment, Guid learner) =>
        new(SHA256.HashData((byte[])[.. assignment.ToByteArray(), .. learner.ToByteArray()]).AsSpan(0, 16));
}
