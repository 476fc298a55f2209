using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>A question in the store. What it says stands in its revisions; this row is what lists and searches use.</summary>
public sealed class Question
{
    private Question()
    {
    }

    public Question(string slug) => Slug = slug;

    public int Id { get; private set; }

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Question type; see <see cref="QuestionTypes"/>.</summary>
    public string Type { get; private set; } = "";

    /// <summary>From 1 to 5.</summary>
    public int Difficulty { get; private set; }

    public string Post { get; private set; } = "";

    public string Field { get; private set; } = "";

    /// <summary>Title, prompt, post and field, folded for search; see <see cref="SpeechText.Fold"/>.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Hash of the file that the current revision was read from.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>Number of the current revision, from 1.</summary>
    public int RevisionNumber { get; private set; }

    /// <summary>When the question left the bank; drafts of it stay readable.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    public ICollection<QuestionRevision> Revisions { get; } = [];

    /// <summary>Takes over what an author wrote; a changed text becomes a new revision, an unchanged one changes nothing.</summary>
    /// <returns>True where a revision was added.</returns>
    public bool Revise(QuestionContent content, DateTimeOffset now)
    {
        RetiredAt = null;
        if (ContentHash == content.Hash) return false;
        Title = content.Title;
        Type = content.Type;
        Difficulty = content.Difficulty;
        Post = content.Post;
        Field = content.Field;
        SearchText = SpeechText.Fold($"{content.Title}\n{content.Prompt}\n{content.Post}\n{content.Field}");
        ContentHash = content.Hash;
        RevisionNumber++;
        Revisions.Add(new QuestionRevision(RevisionNumber, content, now));
        return true;
    }

    public void Retire(DateTimeOffset now) => RetiredAt ??= now;
}
