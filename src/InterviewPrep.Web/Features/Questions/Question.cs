using InterviewPrep.Web.Content;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>Who may see a question.</summary>
public enum QuestionVisibility
{
    /// <summary>Everybody: shipped questions, and own ones that a teacher gave to all.</summary>
    Site,

    /// <summary>The people of one class.</summary>
    Class,

    /// <summary>Its owner; others meet it only in an assignment.</summary>
    Private,
}

/// <summary>Where a question is in its life.</summary>
public enum QuestionState
{
    /// <summary>Being written; it has no revision yet that passed the checks.</summary>
    Sketch,
    Ready,
    Retired,
}

/// <summary>A question in the store. What it says stands in its revisions; this row is what lists and searches use.</summary>
public sealed class Question
{
    private Question()
    {
    }

    /// <summary>A shipped question.</summary>
    public Question(string slug) => Slug = slug;

    /// <summary>A question of a teacher's own. Its address says nothing about it.</summary>
    public static Question OwnedBy(Guid ownerId, DateTimeOffset now) => new("own-" + RandomCodes.New(10).ToLowerInvariant())
    {
        OwnerId = ownerId,
        Visibility = QuestionVisibility.Private,
        SketchedAt = now,
    };

    public int Id { get; private set; }

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Question type; see <see cref="QuestionTypes"/>.</summary>
    public string Type { get; private set; } = "";

    /// <summary>From 1 to 5.</summary>
    public int Difficulty { get; private set; }

    public string Post { get; private set; } = "";

    public string Field { get; private set; } = "";

    /// <summary>Of <see cref="Themes"/>; empty where it is not sorted.</summary>
    public string Theme { get; private set; } = "";

    /// <summary>Of <see cref="Forms"/>; empty for most types.</summary>
    public string Form { get; private set; } = "";

    /// <summary>Exams in which such a question is usual, each between two commas: one column that both engines search.</summary>
    public string Exams { get; private set; } = "";

    /// <summary>What a search looks through; null where it was not loaded, or before the first revision.</summary>
    public QuestionSearchText? SearchText { get; private set; }

    /// <summary>Hash of the file that the current revision was read from.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>Number of the current revision, from 1.</summary>
    public int RevisionNumber { get; private set; }

    /// <summary>When the question left the bank; drafts of it stay readable.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Who wrote it in the app; null for a shipped one.</summary>
    public Guid? OwnerId { get; private set; }

    public QuestionVisibility Visibility { get; private set; }

    /// <summary>With <see cref="QuestionVisibility.Class"/>, which class.</summary>
    public Guid? ClassId { get; private set; }

    /// <summary>What its owner has typed since the last revision, as the form sends it (JSON); empty where nothing waits.</summary>
    public string Sketch { get; private set; } = "";

    public DateTimeOffset? SketchedAt { get; private set; }

    public QuestionState State => RetiredAt is not null ? QuestionState.Retired : RevisionNumber == 0 ? QuestionState.Sketch : QuestionState.Ready;

    public ICollection<QuestionRevision> Revisions { get; } = [];

    /// <summary>Takes over what an author wrote; a changed text becomes a new revision, an unchanged one changes nothing.</summary>
    /// <returns>True where a revision was added.</returns>
    public bool Revise(QuestionContent content, DateTimeOffset now)
    {
        RetiredAt = null;
        (Sketch, SketchedAt) = ("", null);
        if (ContentHash == content.Hash) return false;
        Title = content.Title;
        Type = content.Type;
        Difficulty = content.Difficulty;
        Post = content.Post;
        Field = content.Field;
        Theme = content.Theme;
        Form = content.Form;
        Exams = content.Exams.Count == 0 ? "" : $",{string.Join(',', content.Exams)},";
        ContentHash = content.Hash;
        RevisionNumber++;
        Revisions.Add(new QuestionRevision(RevisionNumber, content, now));
        return true;
    }

    /// <summary>Makes the words of the current revision findable; <see cref="SearchText"/> must be loaded. Names of points change without the question.</summary>
    public void Index(QuestionContent content, Framework? framework) => (SearchText ??= new QuestionSearchText()).Update(content, framework);

    /// <summary>Keeps what is typed, finished or not; the revision in force stays as it is.</summary>
    public void SaveSketch(string sketch, DateTimeOffset now) => (Sketch, SketchedAt) = (sketch, now);

    /// <summary>Decides who sees an own question; a shipped one is everybody's.</summary>
    public void ShowTo(QuestionVisibility visibility, Guid? classId)
    {
        if (OwnerId is null) throw new InvalidOperationException("A shipped question is everybody's.");
        (Visibility, ClassId) = (visibility, visibility == QuestionVisibility.Class ? classId ?? throw new ArgumentNullException(nameof(classId)) : null);
    }

    public void Retire(DateTimeOffset now) => RetiredAt ??= now;

    /// <summary>Puts a retired own question back.</summary>
    public void Return() => RetiredAt = null;
}
