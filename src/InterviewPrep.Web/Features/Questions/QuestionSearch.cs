using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>Where a search found its words: the best place first.</summary>
public enum SearchPlace
{
    Prompt,
    Title,
    Post,
    Field,
    Points,
    Answers,
}

/// <summary>A question that a search found.</summary>
public sealed class FoundQuestion
{
    public required Question Question { get; init; }

    /// <summary>The last place that had to be looked at until every word was found.</summary>
    public SearchPlace Place { get; init; }
}

/// <summary>
/// Finds questions by words. Plain containment, not a full-text index: such indexes miss Chinese words of two characters, and a bank
/// of some hundred questions is read in milliseconds.
/// </summary>
public sealed class QuestionSearch(IWithheldAnswers withheld)
{
    /// <summary>Longest search that counts, in UTF-16 units; the fields that take one are as long.</summary>
    public const int Longest = 50;

    /// <summary>Narrows questions to those that hold every word of a search; without words, all of them.</summary>
    /// <param name="person">Who searches: points and model answers that are withheld from them are not looked through.</param>
    public async Task<IQueryable<FoundQuestion>> FindAsync(IQueryable<Question> questions, string? search, Guid? person, CancellationToken ct)
    {
        var found = questions.Select(q => new FoundQuestion { Question = q, Place = SearchPlace.Prompt });
        var words = SpeechText.Fold(Excerpt.Start(search ?? "", Longest)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        if (words.Count == 0) return found;
        var hidden = await withheld.AllWithheldAsync(person, ct);
        return words.Aggregate(found, (all, word) => Holding(all, word, hidden));
    }

    private static IQueryable<FoundQuestion> Holding(IQueryable<FoundQuestion> found, string word, IReadOnlyCollection<int> hidden) =>
        found.Where(f => f.Question.SearchText!.Prompt.Contains(word) || f.Question.SearchText.Title.Contains(word) || f.Question.SearchText.Post.Contains(word) || f.Question.SearchText.Field.Contains(word)
                || (!hidden.Contains(f.Question.Id) && (f.Question.SearchText.Points.Contains(word) || f.Question.SearchText.Answers.Contains(word))))
            .Select(f => new FoundQuestion
            {
                Question = f.Question,
                Place = (SearchPlace)Math.Max((int)f.Place,
                    f.Question.SearchText!.Prompt.Contains(word) ? 0 : f.Question.SearchText.Title.Contains(word) ? 1 : f.Question.SearchText.Post.Contains(word) ? 2
                    : f.Question.SearchText.Field.Contains(word) ? 3 : f.Question.SearchText.Points.Contains(word) ? 4 : 5),
            });
}
