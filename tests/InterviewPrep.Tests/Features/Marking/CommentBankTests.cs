using System.Net;
using InterviewPrep.Tests.Support;

namespace InterviewPrep.Tests.Features.Marking;

/// <summary>The comments that a marker has written before, offered again.</summary>
public sealed class CommentBankTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task The_bank_fills_itself_and_is_found_by_pinyin_initials()
    {
        using var room = await Classroom.NewAsync(app);
        var assignment = await room.AssignAsync();
        await room.AnswerAsync(assignment, room.AId);
        var queue = await room.Teacher.GetAsync($"/classes/{room.ClassId}/assignments/{assignment}/marking");
        var desk = await room.Teacher.GetAsync(queue.One("a.primary").GetAttribute("href")!);
        await room.Teacher.SubmitAsync(desk, "button[name=go][value=stay]", ("Input.New.Stage", "attitude"), ("Input.New.Text", "道歉之后要有下文"));

        (await room.Teacher.GetAsync("/api/marking/bank?q=dqzh")).Json[0].GetProperty("text").GetString().Should().Be("道歉之后要有下文");
        (await room.Teacher.GetAsync("/api/marking/bank?q=下文")).Json.GetArrayLength().Should().Be(1);
        (await room.Teacher.GetAsync("/api/marking/bank?q=xyz")).Json.GetArrayLength().Should().Be(0);
        (await room.Assistant.GetAsync("/api/marking/bank?q=dqzh")).Json.GetArrayLength().Should().Be(0, "everybody has a bank of their own");

        var remove = $"/api/marking/bank/{(await room.Teacher.GetAsync("/api/marking/bank?q=dqzh")).Json[0].GetProperty("id").GetInt32()}/remove";
        (await PostAsync(room.Assistant, remove, await room.Assistant.GetAsync(desk.Address.PathAndQuery))).Should().Be(HttpStatusCode.NotFound);
        (await PostAsync(room.Teacher, remove, null)).Should().Be(HttpStatusCode.BadRequest);
        (await PostAsync(room.Teacher, remove, desk)).Should().Be(HttpStatusCode.NoContent);
        (await room.Teacher.GetAsync("/api/marking/bank?q=dqzh")).Json.GetArrayLength().Should().Be(0);
    }

    private static async Task<HttpStatusCode> PostAsync(Visitor visitor, string path, Answer? tokenPage)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (tokenPage?.Page.QuerySelector("input[name=__RequestVerificationToken]") is { } token) request.Headers.Add("RequestVerificationToken", token.GetAttribute("value"));
        return (await visitor.Client.SendAsync(request)).StatusCode;
    }
}
