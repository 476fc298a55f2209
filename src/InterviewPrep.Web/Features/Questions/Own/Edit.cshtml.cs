using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Questions.Own;

/// <summary>Writing an own question. What is typed is kept at any time; it comes into force once it passes the checks of shipped questions.</summary>
[Authorize(Policy = Policies.Teacher)]
public sealed class EditModel(AppDb db, ContentLibrary content, OwnQuestionEditing editing, CurrentPerson person) : PageModel
{
    public sealed record ClassRow(Guid Id, string Name);

    public Question Question { get; private set; } = null!;

    public OwnQuestionForm Form { get; private set; } = new();

    public IReadOnlyList<RuleBreach> Breaches { get; private set; } = [];

    /// <summary>The question as it would be; null while something is wrong.</summary>
    public QuestionContent? Preview { get; private set; }

    public IReadOnlyList<ClassRow> Classes { get; private set; } = [];

    public IReadOnlyList<Framework> Frames => content.Frameworks;

    public Framework? Framework => content.FindFramework(Form.Framework);

    /// <summary>True where the checks were asked for and something was wrong.</summary>
    public bool IsRefused { get; private set; }

    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, string? done, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Form = await editing.FormOfAsync(Question, ct);
        (Preview, Breaches) = Form.Read(Question.Slug, content);
        Done = done switch { "kept" => "草稿已保存，还没有生效。", "ready" => "已生效。以前的作答仍对着旧版。", _ => null };
        return Page();
    }

    /// <param name="action">keep, or ready to bring it into force.</param>
    public async Task<IActionResult> OnPostAsync(int id, string? action, QuestionVisibility visibility, Guid? classId, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var stored = await editing.FormOfAsync(Question, ct);
        Form = OwnQuestionFields.Read(Request.Form, content);
        (Form.Picture, Form.Material) = (stored.Picture, stored.Material);
        (Preview, Breaches) = Form.Read(Question.Slug, content);
        var toBeReady = action == "ready";
        (Breaches, IsRefused) = await editing.SaveAsync(Question, Form, Preview, Breaches, visibility, classId, toBeReady, ct);
        return IsRefused ? Page() : Redirect($"/questions/own/{id}?done={(toBeReady ? "ready" : "kept")}");
    }

    /// <summary>Takes the question out of the bank, or puts it back; assignments and drafts keep it.</summary>
    public async Task<IActionResult> OnPostRetireAsync(int id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        await editing.RetireOrReturnAsync(Question, ct);
        return Redirect("/questions/own");
    }

    private async Task<bool> LoadAsync(int id, CancellationToken ct)
    {
        if (await editing.FindAsync(id, ct) is not { } question) return false;
        Question = question;
        Classes = await db.Classes.TaughtBy(person.Id).OrderBy(c => c.Name).Select(c => new ClassRow(c.Id, c.Name)).ToListAsync(ct);
        return true;
    }
}
