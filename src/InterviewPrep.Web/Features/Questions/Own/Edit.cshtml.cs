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
public sealed class EditModel(AppDb db, ContentLibrary content, CurrentPerson person, TimeProvider time) : PageModel
{
    private const int LongestSketch = 200_000;

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
        Form = await StoredAsync(ct);
        (Preview, Breaches) = Form.Read(Question.Slug, content);
        Done = done switch { "kept" => "草稿已保存，还没有生效。", "ready" => "已生效。以前的作答仍对着旧版。", _ => null };
        return Page();
    }

    /// <param name="action">keep, or ready to bring it into force.</param>
    public async Task<IActionResult> OnPostAsync(int id, string? action, QuestionVisibility visibility, Guid? classId, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var now = time.GetUtcNow();
        var stored = await StoredAsync(ct);
        Form = OwnQuestionFields.Read(Request.Form, content);
        (Form.Picture, Form.Material) = (stored.Picture, stored.Material);
        (Preview, Breaches) = Form.Read(Question.Slug, content);
        var sketch = Form.ToSketch();
        if (sketch.Length > LongestSketch) Breaches = [.. Breaches, new RuleBreach("", "too long", "内容太长了，没有保存。")];
        else Question.SaveSketch(sketch, now);
        if (visibility == QuestionVisibility.Class && Classes.All(c => c.Id != classId)) Breaches = [.. Breaches, new RuleBreach("", "no class", "请选给哪个班看。")];
        else if (Enum.IsDefined(visibility)) Question.ShowTo(visibility, classId);
        var ready = action == "ready" && Breaches.Count == 0;
        if (ready) await BringIntoForceAsync(now, ct);
        await db.SaveChangesAsync(ct);
        if (ready || (action != "ready" && sketch.Length <= LongestSketch)) return Redirect($"/questions/own/{id}?done={(ready ? "ready" : "kept")}");
        IsRefused = true;
        return Page();
    }

    /// <summary>Takes the question out of the bank, or puts it back; assignments and drafts keep it.</summary>
    public async Task<IActionResult> OnPostRetireAsync(int id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (Question.RetiredAt is null) Question.Retire(time.GetUtcNow());
        else Question.Return();
        await db.SaveChangesAsync(ct);
        return Redirect("/questions/own");
    }

    private async Task BringIntoForceAsync(DateTimeOffset now, CancellationToken ct)
    {
        await db.Entry(Question).Reference(q => q.SearchText).LoadAsync(ct);
        Question.Index(Preview!, Framework);
        Question.Revise(Preview!, now);
    }

    // What was typed last, else what is in force.
    private async Task<OwnQuestionForm> StoredAsync(CancellationToken ct) =>
        Question.Sketch.Length > 0 || Question.RevisionNumber == 0 ? OwnQuestionForm.FromSketch(Question.Sketch.Length > 0 ? Question.Sketch : "{}")
            : OwnQuestionForm.From(await db.RevisionAsync(await db.QuestionRevisions.Where(r => r.QuestionId == Question.Id && r.Number == Question.RevisionNumber).Select(r => r.Id).SingleAsync(ct), ct));

    private async Task<bool> LoadAsync(int id, CancellationToken ct)
    {
        var me = person.Id!.Value;
        if (await db.Questions.OwnedBy(me).SingleOrDefaultAsync(q => q.Id == id, ct) is not { } question) return false;
        Question = question;
        Classes = await db.Classes.TaughtBy(me).OrderBy(c => c.Name).Select(c => new ClassRow(c.Id, c.Name)).ToListAsync(ct);
        return true;
    }
}
