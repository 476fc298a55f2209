namespace InterviewPrep.Tests.Support;

/// <summary>The forms of the door, filled.</summary>
public static class AccountForms
{
    public static async Task<Answer> RegisterAsync(this Visitor visitor, string name, string password = People.Password) =>
        await visitor.SubmitAsync(await visitor.GetAsync("/account/register"), "main form", ("name", name), ("password", password));

    public static async Task<Answer> SignInAsync(this Visitor visitor, string name, string password = People.Password, string query = "") =>
        await visitor.SubmitAsync(await visitor.GetAsync("/account/sign-in" + query), "main form", ("name", name), ("password", password));
}
