using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Classes;
using InterviewPrep.Web.Features.Paper.Choices;
using InterviewPrep.Web.Features.Paper.Layout;
using InterviewPrep.Web.Features.Paper.Word;
using InterviewPrep.Web.Features.Questions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Paper.Packs;

/// <summary>A class pack of any questions, for those who mark in the class: one sheet a learner, in the order of the roster.</summary>
[Authorize]
public sealed class ClassModel(AppDb db, SheetPrinting printing, SheetWord word, CurrentPerson person) : PageModel
{
    public const int MostQuestions = 6;

    public sealed record Row(string Slug, string Title, string Type);

    public SchoolClass Class { get; private set; } = null!;

    public Pack Pack { get; private set; } = null!;

    /// <summary>Null while no question is chosen.</summary>
    public SheetDocument? Document { get; private set; }

    public IReadOnlyList<(string Type, IReadOnlyList<Row> Questions)> Questions { get; private set; } = [];

    public string Address => $"/classes/{Class.Id}/sheets";

    public string Word { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid classId, string[] q, int? from, bool whole, CancellationToken ct) =>
        await LoadAsync(classId, q, from, whole, ct) ? Page() : NotFound();

    /// <summary>The same as a Word file, everybody's in one.</summary>
    public async Task<IActionResult> OnGetWordAsync(Guid classId, string[] q, CancellationToken ct) =>
        await LoadAsync(classId, q, null, true, ct) && Document is not null ? File(word.Write(Document), SheetWord.ContentType, $"{Document.Title} 答题纸.docx") : NotFound();

    private async Task<bool> LoadAsync(Guid classId, string[] slugs, int? from, bool whole, CancellationToken ct)
    {
        var classes = User.IsInRole(Roles.Administrator) ? db.Classes : db.Classes.MarkedBy(person.Id);
        if (await classes.AsNoTracking().SingleOrDefaultAsync(c => c.Id == classId, ct) is not { } schoolClass) return false;
        Class = schoolClass;
        Pack = Pack.Of(await db.OfClassAsync(classId, ct), from, whole);
        var chosen = slugs.Distinct().Take(MostQuestions).ToList();
        if (chosen.Count == 0)
        {
            var rows = await db.Current(person.Id).AsNoTracking().OrderBy(q => q.Difficulty).ThenBy(q => q.Id).Select(q => new Row(q.Slug, q.Title, q.Type)).ToListAsync(ct);
            Questions = [.. QuestionTypes.All.Select(t => (t, (IReadOnlyList<Row>)[.. rows.Where(r => r.Type == t)])).Where(t => t.Item2.Count > 0)];
            return true;
        }
        var revisions = new List<QuestionRevision>();
        foreach (var slug in chosen)
        {
            if (await db.CurrentRevisionAsync(slug, person.Id, ct) is not { } revision) return false;
            revisions.Add(revision);
        }
        Document = await printing.OfPeopleAsync(revisions is [var only] ? only.Question.Title : schoolClass.Name, revisions, Pack.Shown.Select(r => r.Person), SheetChoices.From(Request.Query), ct);
        Word = $"{Address}{Document.Choices.Query()}&handler=Word&{new QueryBuilder(chosen.Select(s => KeyValuePair.Create("q", s))).ToString()[1..]}";
        return true;
    }
}
