using System.Security.Cryptography;
using InterviewPrep.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Support;

/// <summary>Fills the forms of registration and sign-in.</summary>
public static class AccountForms
{
    public static async Task<Answer> RegisterAsync(this Visitor visitor, string name, string password = People.Password) =>
        await visitor.SubmitAsync(await visitor.GetAsync("/account/register"), "main form", ("name", name), ("password", password));

    /// <summary>Signs in; on a busy machine the site answers with the page of the queue, which loads itself anew.</summary>
    public static async Task<Answer> SignInAsync(this Visitor visitor, string name, string password = People.Password, string query = "")
    {
        var answer = await visitor.SubmitAsync(await visitor.GetAsync("/account/sign-in" + query), "main form", ("name", name), ("password", password));
        while (answer.Response.Headers.Contains("Refresh")) answer = await visitor.GetAsync("/account/sign-in/waiting");
        return answer;
    }

    /// <summary>Gives somebody a passkey that no device holds.</summary>
    /// <returns>Its id, as it stands in addresses.</returns>
    public static async Task<string> AddPasskeyAsync(this App app, string name)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var id = RandomNumberGenerator.GetBytes(16);
        await users.AddOrUpdatePasskeyAsync((await users.FindByNameAsync(name))!, new UserPasskeyInfo(id, [1], app.Clock.GetUtcNow(), 0, [], true, false, false, [1], [1]));
        return Convert.ToHexStringLower(id);
    }
}
