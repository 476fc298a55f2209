namespace InterviewPrep.Tests.Support;

/// <summary>The things that people do again and again in these tests.</summary>
public static class People
{
    public const string Password = "一把好记的钥匙 2026";

    public const string Question = "bus-stop", OtherQuestion = "open-lawn";

    /// <summary>Some text for the first stage, long enough to be an attempt.</summary>
    public const string Words = "我先在公告下面公开回应，感谢大家提醒，三个工作日内说清改还是不改，并到车站当面听老人说。";

    /// <summary>Writes into the practice form and saves it.</summary>
    public static async Task<Answer> WriteAsync(this Visitor visitor, string text = Words, string question = Question, string stage = "attitude", string action = "save")
    {
        var page = await visitor.GetAsync($"/practice/{question}");
        return await visitor.SubmitAsync(page, $"form.practice button[value={action}]", ($"sections.{stage}", text));
    }

    /// <summary>The id of the draft that a practice page is about, as it stands in the form.</summary>
    public static string DraftId(this Answer page) => page.One("form[data-draft-id]").GetAttribute("data-draft-id")!;

    public static int Revision(this Answer page) => int.Parse(page.One("form[data-revision]").GetAttribute("data-revision")!, System.Globalization.CultureInfo.InvariantCulture);
}
