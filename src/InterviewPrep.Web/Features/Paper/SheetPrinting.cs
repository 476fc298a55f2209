using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Assignments;
using InterviewPrep.Web.Features.Drafts;
using InterviewPrep.Web.Features.Paper.Choices;
using InterviewPrep.Web.Features.Paper.Codes;
using InterviewPrep.Web.Features.Paper.Layout;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Paper;

/// <summary>Somebody for whom a sheet is printed.</summary>
/// <param name="Id">Id of the person, or of the seat in an exam or assignment; only a mark of it is printed.</param>
/// <param name="Label">抽签号 as it is printed; never a name.</param>
/// <param name="AnswerNumber">Which attempt the sheet is for.</param>
public sealed record SheetPerson(Guid? Id, string Label, int AnswerNumber = 1);

/// <summary>Makes the sheets of questions for the one who asks, or one for each of a list of people.</summary>
public sealed class SheetPrinting(AppDb db, ContentLibrary content, CurrentPerson person, SheetSigner signer, IWithheldAnswers withheld, IdentityReader identity, IHttpContextAccessor accessor)
{
    private const string Heading = "结构化面试练习答题纸";

    private bool IsTeacher => accessor.HttpContext?.User.IsTeacher() == true;

    /// <summary>The sheets of some questions, one behind the other; null where one of them is not there.</summary>
    /// <param name="draft">Which of one's own drafts 我的作答 shows; the newest where none is named.</param>
    public async Task<SheetDocument?> OfQuestionsAsync(string title, IReadOnlyList<string> slugs, SheetChoices choices, Guid? draft, CancellationToken ct)
    {
        var pages = new List<SheetPage>();
        var notices = new List<string>();
        var telling = new List<IdentityHit>();
        if (choices.Kind == SheetChoices.Scratch)
        {
            foreach (var slug in slugs)
            {
                if (await db.CurrentRevisionAsync(slug, person.Id, ct) is null) return null;
            }
            // Two copies lie side by side on A3.
            return new SheetDocument(title, choices, [.. Enumerable.Repeat(ScratchPage(title, slugs.Count), choices.Size.PagesPerSheet)], []);
        }
        if (choices.Kind == SheetChoices.Book) return await BookAsync(title, slugs, choices, ct);
        foreach (var slug in slugs)
        {
            if (await QuestionAsync(slug, choices, draft, notices, ct) is not { } sheet) return null;
            if (sheet.Own is { } own) telling.AddRange(await identity.ReadAsync(own, sheet.Revision.Prompt, ct));
            pages.AddRange(sheet.Pages(await ReferenceAsync(sheet.Revision, person.Id, ct), "", slugs.Count > 1 ? pages.Count(p => p.IsFirst) + 1 : 0, signer));
        }
        return Finished(title, choices, pages, notices) with { Identity = telling };
    }

    /// <summary>
    /// A class pack: the sheets of some questions for each of some people, in their order. Each copy has its own page numbers, and on A3
    /// its own paper: copies are handed to different people. Nobody's own work is in it.
    /// </summary>
    public async Task<SheetDocument> OfPeopleAsync(string title, IReadOnlyList<QuestionRevision> revisions, IEnumerable<SheetPerson> people, SheetChoices choices, CancellationToken ct)
    {
        if (SheetChoices.PackKinds.All(k => k.Id != choices.Kind)) choices = choices with { Kind = SheetChoices.Blank };
        var notices = new List<string>();
        var sheets = new List<QuestionSheet>();
        foreach (var revision in revisions)
            sheets.Add(new QuestionSheet(Heading, revision, content.FindFramework(revision.Framework)!, await WithheldAsync(revision, choices, notices, ct) ? choices with { Kind = SheetChoices.Blank } : choices, null));
        var copies = people.Select(one => Filled(title, choices, [.. sheets.SelectMany((s, i) =>
            s.Pages(new SheetReference(signer.TokenOf(one.Id), s.Revision.Id, Math.Min(one.AnswerNumber, 63), 1, 1), one.Label, sheets.Count > 1 ? i + 1 : 0, signer))])).ToList();
        return new SheetDocument(title, choices, [.. copies.SelectMany(c => c)], notices) { PagesPerCopy = copies.FirstOrDefault()?.Count ?? 0 };
    }

    private async Task<SheetDocument?> BookAsync(string title, IReadOnlyList<string> slugs, SheetChoices choices, CancellationToken ct)
    {
        var entries = new List<QuestionBook.Entry>();
        var notices = new List<string>();
        foreach (var slug in slugs)
        {
            if (await QuestionAsync(slug, choices with { Kind = SheetChoices.Model }, null, notices, ct) is not { } sheet) return null;
            entries.Add(new QuestionBook.Entry(sheet.Revision, sheet.Framework, sheet.IsForReading));
        }
        var hidden = entries.Count(e => !e.ShowsAnswer);
        return Finished(title, choices, [.. QuestionBook.Pages(title, entries, choices)],
            hidden == 0 ? [] : [$"{hidden} 道题您还没有交过稿，或者正在作业里，题册里先不放它们的示例作答。"]);
    }

    private async Task<QuestionSheet?> QuestionAsync(string slug, SheetChoices choices, Guid? draft, List<string> notices, CancellationToken ct)
    {
        if (await db.CurrentRevisionAsync(slug, person.Id, ct) is not { } revision || content.FindFramework(revision.Framework) is not { } framework) return null;
        var drafts = db.Drafts.AsNoTracking().OwnedBy(person.Id).Answering(slug);
        var own = draft is null ? await drafts.OrderByDescending(d => d.Number).FirstOrDefaultAsync(ct) : await drafts.SingleOrDefaultAsync(d => d.Id == draft, ct);
        if (draft is not null && own is null) return null;

        if (await WithheldAsync(revision, choices, notices, ct)) choices = choices with { Kind = SheetChoices.Blank };
        string? refusal = choices.Kind switch
        {
            SheetChoices.Mine when own is null => $"「{revision.Question.Title}」还没有您的作答，先给您空白纸。",
            SheetChoices.Model or SheetChoices.TwoModels when !IsTeacher && !await drafts.AnyAsync(d => d.FinishedAt != null, ct) =>
                $"「{revision.Question.Title}」的示例作答要在自己交过一稿之后才能打印，先给您空白纸。",
            _ => null,
        };
        if (refusal is not null) notices.Add(refusal);
        if (refusal is not null) choices = choices with { Kind = SheetChoices.Blank };
        if (choices.Kind == SheetChoices.Mine && own!.QuestionRevisionId != revision.Id)
        {
            revision = await db.RevisionAsync(own.QuestionRevisionId, ct);
            framework = content.FrameworkOf(revision.Framework);
        }
        return new QuestionSheet(Heading, revision, framework, choices, choices.Kind == SheetChoices.Mine ? own!.Text : null);
    }

    private async Task<bool> WithheldAsync(QuestionRevision revision, SheetChoices choices, List<string> notices, CancellationToken ct)
    {
        if (!choices.IsHelp || !await withheld.AreWithheldAsync(revision.QuestionId, person.Id, ct)) return false;
        notices.Add($"「{revision.Question.Title}」正在您的作业里，审题、采分点和示例作答到老师设定的时候才显示，先给您空白纸。");
        return true;
    }

    private async Task<SheetReference> ReferenceAsync(QuestionRevision revision, Guid? owner, CancellationToken ct)
    {
        var before = owner is null ? 0 : await db.Drafts.OwnedBy(owner).CountAsync(d => d.QuestionId == revision.QuestionId && d.FinishedAt != null, ct);
        return new SheetReference(signer.TokenOf(owner), revision.Id, Math.Min(before + 1, 15), 1, 1);
    }

    // On A3 a page without a neighbour gets one to think on.
    private static SheetDocument Finished(string title, SheetChoices choices, List<SheetPage> pages, IReadOnlyList<string> notices) =>
        new(title, choices, Filled(title, choices, pages), notices);

    private static List<SheetPage> Filled(string title, SheetChoices choices, List<SheetPage> pages)
    {
        if (pages.Count % choices.Size.PagesPerSheet != 0) pages.Add(ScratchPage(title, 1));
        return pages;
    }

    private static SheetPage ScratchPage(string title, int questions) => new(
        "草稿纸", title, "写关键词，不写句子；交卷时收走，不计分", "", 1, IsForReading: true,
        [new RestBlock(questions == 1 ? [""] : [.. Enumerable.Range(1, questions).Select(i => $"第 {i} 题")])], null);
}
