namespace InterviewPrep.Web.Site;

/// <summary>
/// Marks a page that is the same for everybody of whom the site knows nothing: no session, no visitor's cookie. It is rendered once and kept. It may
/// depend on its address, the content, the questions in the store and the settings, and on nothing else.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute : Attribute;

/// <summary>Tells a page for whom it is rendered.</summary>
public static class PublicPage
{
    private static readonly object Mark = new();

    /// <summary>True where what is rendered now is shown to others too: it has no token and sets no cookie.</summary>
    public static bool IsShared(this HttpContext context) => context.Items.ContainsKey(Mark);

    /// <summary>Says that what is rendered is shown to others too.</summary>
    public static void Share(this HttpContext context) => context.Items[Mark] = true;
}
