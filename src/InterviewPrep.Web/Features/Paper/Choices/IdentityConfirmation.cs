namespace InterviewPrep.Web.Features.Paper.Choices;

/// <summary>Whether the person has said that an own answer may be printed as it is, in the address of the sheet.</summary>
public static class IdentityConfirmation
{
    private const string Key = "notMine";

    /// <summary>True where the address says so.</summary>
    public static bool IsConfirmed(this HttpRequest request) => request.Query[Key] == "true";

    /// <summary>The query of the same address, saying so.</summary>
    public static string Confirmed(this HttpRequest request) => request.QueryString.Add(Key, "true").ToString();
}
