namespace InterviewPrep.Web.Content;

/// <summary>What a question shows.</summary>
/// <param name="Hash">Hash of the drawing, which is its name wherever it is kept.</param>
/// <param name="Alt">What stands in it, for people who do not see it.</param>
/// <param name="Ratio">Height by width.</param>
public sealed record Picture(string Hash, string Alt, double Ratio);

/// <summary>A drawing that passed <see cref="SvgRules"/>.</summary>
/// <param name="Hash">SHA-256 of the text, hexadecimal.</param>
public sealed record Drawing(string Hash, string Svg);
