using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Paper.Choices;
using InterviewPrep.Web.Features.Paper.Layout;
using InterviewPrep.Web.Features.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Paper.Word;

/// <summary>The same sheets as files: the address of the sheet with <c>/word</c> behind it.</summary>
public static class WordFiles
{
    public static void MapWordFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sheets/{slug}/word", QuestionAsync).AllowAnonymous();
        routes.MapGet("/sheets/set/word", SetAsync).AllowAnonymous();
        routes.MapGet("/sheets/paper/{slug}/word", PaperAsync).AllowAnonymous();
        routes.MapGet("/sheets/lesson/{slug}/word", LessonAsync).AllowAnonymous();
    }

    private static async Task<IResult> QuestionAsync(string slug, Guid? draft, HttpRequest request, AppDb db, CurrentPerson person, SheetPrinting printing, SheetWord word, CancellationToken ct) =>
        await db.Current(person.Id).Where(q => q.Slug == slug).Select(q => q.Title).SingleOrDefaultAsync(ct) is { } title
            ? File(await printing.OfQuestionsAsync(title, [slug], SheetChoices.From(request.Query), draft, ct), request, word) : Results.NotFound();

    private static async Task<IResult> SetAsync(string[] q, HttpRequest request, SheetPrinting printing, SheetWord word, CancellationToken ct) =>
        q.Length > 0 ? File(await printing.OfQuestionsAsync(BundleModel.Title, [.. q.Distinct().Take(BundleModel.MostQuestions)], SheetChoices.From(request.Query), null, ct), request, word) : Results.NotFound();

    private static async Task<IResult> PaperAsync(string slug, HttpRequest request, ContentLibrary content, SheetPrinting printing, SheetWord word, CancellationToken ct) =>
        content.FindPaper(slug) is { } paper
            ? File(await printing.OfQuestionsAsync(paper.Title, paper.Questions, SheetChoices.From(request.Query), null, ct), request, word) : Results.NotFound();

    private static async Task<IResult> LessonAsync(string slug, string? size, string? type, HttpContext context, AppDb db, ContentLibrary content, CurrentPerson person, LessonWord word, CancellationToken ct)
    {
        if (content.FindLesson(slug) is not { } lesson) return Results.NotFound();
        var shows = context.User.IsTeacher() || await db.ExerciseAnswers.AnyAsync(a => a.OwnerId == person.Id && a.Lesson == slug, ct);
        var paper = PaperSize.Find(LessonModel.Sizes.Contains(size) ? size : null);
        return Results.File(word.Write(lesson, shows, paper, type == SheetChoices.Large), SheetWord.ContentType, $"讲义 {lesson.Title}.docx");
    }

    // The page asks about words that tell who the person is; a file cannot.
    private static IResult File(SheetDocument? document, HttpRequest request, SheetWord word) => document switch
    {
        null => Results.NotFound(),
        { Identity.Count: > 0 } when !request.IsConfirmed() => Results.Redirect(request.Path.Value![..^"/word".Length] + request.QueryString),
        _ => Results.File(word.Write(document), SheetWord.ContentType, $"{document.Title}.docx"),
    };
}
