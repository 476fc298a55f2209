using System.Net.Http.Headers;
using InterviewPrep.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Tests.Features.Classes;

/// <summary>Uploads of rosters by the page, and what stands in the class's roster afterwards.</summary>
internal static class RosterUpload
{
    public static async Task<Answer> UploadAsync(this Classroom room, byte[] file, string name = "名单.csv")
    {
        var page = await room.Teacher.GetAsync($"/classes/{room.ClassId}/roster");
        using var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var token = new StringContent(page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!);
        using var body = new MultipartFormDataContent { { content, "file", name }, { token, "__RequestVerificationToken" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, page.Address) { Content = body };
        return await room.Teacher.SendAsync(request);
    }

    /// <summary>Numbers and names of the roster, in the order of the numbers.</summary>
    public static Task<List<string>> RosterAsync(this Classroom room, App app) =>
        app.InDbAsync(db => db.RosterRows.Where(r => r.ClassId == room.ClassId).OrderBy(r => r.Number).Select(r => r.Number + r.Name).ToListAsync());

    /// <summary>The preview's line of a row of the file.</summary>
    public static string LineOf(this Answer preview, int row) =>
        preview.Page.QuerySelectorAll("tbody tr").Single(r => r.Children[0].TextContent == $"{row}" && r.Children.Length == 5).TextContent;
}
