using System.Globalization;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Features.Exams;

/// <summary>The site with the shipped papers and layouts.</summary>
public sealed class ExamSite : App
{
    protected override string ContentFolder => Repository.ShippedContent;
}

/// <summary>What candidates do again and again.</summary>
internal static class SittingPages
{
    public const string Paper = "window-counter";

    /// <summary>Draws a number for a paper.</summary>
    public static async Task<Answer> DrawNumberAsync(this Visitor visitor, string paper = Paper, params (string, string)[] settings) =>
        await visitor.SubmitAsync(await visitor.GetAsync($"/exams/{paper}/sit"), "main form", settings);

    /// <summary>Presses the one primary button.</summary>
    public static Task<Answer> GoOnAsync(this Visitor visitor, Answer page, params (string, string)[] fields) => visitor.SubmitAsync(page, "button[data-primary]", fields);

    /// <summary>Presses it so often.</summary>
    public static async Task<Answer> GoOnAsync(this Visitor visitor, Answer page, int times)
    {
        for (var i = 0; i < times; i++) page = await visitor.GoOnAsync(page);
        return page;
    }

    public static string Phase(this Answer page) => page.One("form[data-sitting]").GetAttribute("data-phase")!;

    public static int Step(this Answer page) => int.Parse(page.One("form[data-sitting]").GetAttribute("data-step")!, CultureInfo.InvariantCulture);

    public static DateTimeOffset? EndsAt(this Answer page) =>
        page.One("form[data-sitting]").GetAttribute("data-pool-ends-at") is { Length: > 0 } end ? DateTimeOffset.Parse(end, CultureInfo.InvariantCulture) : null;

    /// <summary>A new browser that has the cookies of another: the same person on a second device.</summary>
    public static Visitor OnSecondDevice(this Visitor visitor, App app)
    {
        var second = app.NewVisitor();
        foreach (System.Net.Cookie cookie in visitor.Cookies) second.AddCookie(cookie);
        return second;
    }
}
