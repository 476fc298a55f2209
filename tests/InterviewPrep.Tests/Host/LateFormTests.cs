using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Accounts;

namespace InterviewPrep.Tests.Host;

/// <summary>A form that was opened before somebody else, or the same person in another tab, saved it.</summary>
public sealed class LateFormTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task The_name_of_a_class_is_not_taken_back_by_an_old_form()
    {
        using var room = await Classroom.NewAsync(app);

        await TellsAsync(room.Teacher, $"/classes/{room.ClassId}/settings", "form[action*=Rename]", "name", "周末班", "晚间班", "周末班");
    }

    [Fact]
    public async Task A_list_of_daily_questions_is_not_taken_back_by_an_old_form()
    {
        using var room = await Classroom.NewAsync(app);
        var list = await room.Teacher.SubmitAsync(await room.Teacher.GetAsync("/daily"), "main form");

        await TellsAsync(room.Teacher, list.Address.AbsolutePath, "main form:not([action])", "name", "一天一题", "早上一题", "一天一题");
    }

    [Fact]
    public async Task What_somebody_says_of_themselves_is_not_taken_back_by_an_old_form()
    {
        using var room = await Classroom.NewAsync(app);

        await TellsAsync(room.A, "/account", "main form", "school", "甲校", "乙校", "别处改过");
    }

    [Fact]
    public async Task The_rules_of_the_site_are_not_taken_back_by_an_old_form()
    {
        using var administrator = await app.NewPersonAsync("看管的人", Roles.Administrator);
        var (first, second) = (await administrator.GetAsync("/admin/settings"), await administrator.GetAsync("/admin/settings"));
        await administrator.SubmitAsync(first, "main form", ("classOpeners", "Administrators"));

        var told = await administrator.SubmitAsync(second, "main form", ("registration", "Nobody"), ("classOpeners", "Anyone"));

        told.Status.Should().Be(HttpStatusCode.Conflict);
        told.TextOf("[role=alert]").Should().Contain("别处改过");
        told.One("input[name=registration]:checked").GetAttribute("value").Should().Be("Nobody");
        (await administrator.GetAsync("/admin/settings")).One("input[name=classOpeners]:checked").GetAttribute("value").Should().Be("Administrators");
        await administrator.SubmitAsync(told, "main form");
        (await administrator.GetAsync("/admin/settings")).One("input[name=classOpeners]:checked").GetAttribute("value").Should().Be("Anyone");
    }

    // Two tabs with the same form: the second to save is told of the first, keeps what they typed, and can save it then.
    private static async Task TellsAsync(Visitor visitor, string path, string form, string field, string first, string second, string says)
    {
        var (one, other) = (await visitor.GetAsync(path), await visitor.GetAsync(path));
        await visitor.SubmitAsync(one, form, (field, first));

        var told = await visitor.SubmitAsync(other, form, (field, second));

        told.Status.Should().Be(HttpStatusCode.Conflict);
        told.TextOf("[role=alert]").Should().Contain(says);
        told.One($"[name={field}]").GetAttribute("value").Should().Be(second);
        (await visitor.GetAsync(path)).One($"[name={field}]").GetAttribute("value").Should().Be(first);
        await visitor.SubmitAsync(told, form);
        (await visitor.GetAsync(path)).One($"[name={field}]").GetAttribute("value").Should().Be(second);
    }
}
