namespace InterviewPrep.Web.Features.Paper.Codes;

/// <summary>Whose page of which question a printed page is. No name and no id can be read from it.</summary>
/// <param name="Person">Mark of the person or seat (see <see cref="SheetSigner.TokenOf"/>); 0 for an anonymous sheet.</param>
/// <param name="Revision">Id of the question's revision.</param>
/// <param name="AnswerNumber">Which paper answer to it, from 1.</param>
/// <param name="Page">From 1.</param>
/// <param name="Pages">How many there are; 0 where that is not known (the short code does not tell).</param>
public sealed record SheetReference(ulong Person, int Revision, int AnswerNumber, int Page, int Pages)
{
    /// <summary>Bits of a person's mark in the QR and in the short code.</summary>
    public const int PersonBits = 40, ShortPersonBits = 15;

    /// <summary>True for a reference that was typed: it holds the first bits of the person's mark only.</summary>
    public bool IsShort => Pages == 0;
}
