namespace InterviewPrep.Web.Content;

/// <summary>A material that several questions share, read before them.</summary>
/// <param name="Minutes">How long one may read.</param>
/// <param name="Text">Markdown: paragraphs and at most one table.</param>
/// <param name="Html">The text, rendered.</param>
public sealed record Material(string Slug, string Title, int Minutes, string Theme, string Text, string Html);
