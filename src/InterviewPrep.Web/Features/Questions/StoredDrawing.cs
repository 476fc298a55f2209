using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>A drawing in the store, under its hash: questions that changed since still show the one that was answered.</summary>
public sealed class StoredDrawing
{
    private StoredDrawing()
    {
    }

    public StoredDrawing(Drawing drawing) => (Hash, Svg) = (drawing.Hash, drawing.Svg);

    public string Hash { get; private set; } = "";

    public string Svg { get; private set; } = "";
}
