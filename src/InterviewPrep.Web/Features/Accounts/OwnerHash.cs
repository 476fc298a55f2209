using System.Security.Cryptography;
using System.Text;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>
/// A short mark of who owns the words on a page. The device keeps unsent text under it and sends it only for the same person;
/// it says nothing about the id that it is made from.
/// </summary>
public static class OwnerHash
{
    /// <summary>Header in which pages say whose they are, and saves say for whom they were written.</summary>
    public const string Header = "X-Owner";

    private const int Length = 16;

    /// <summary>The mark of whoever is asking; empty for somebody about whom nothing is kept yet.</summary>
    public static string Of(CurrentPerson person) => person.Id is { } id
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"owner:{id:N}")))[..Length] : "";
}
