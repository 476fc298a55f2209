using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using InterviewPrep.Web.Features.Paper.Layout;

namespace InterviewPrep.Web.Features.Paper.Codes;

/// <summary>
/// Writes and reads the codes on printed pages. The QR holds 30 characters, 65 bits of them a signature: a misread code is no
/// code. The code for people holds 12, 20 bits of them a signature: one typing error in a million goes unseen.
/// </summary>
public sealed class SheetSigner
{
    /// <summary>No I, L, O, U: they are misread. All are in the QR's alphanumeric set.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int Version = 1, LongPayload = 17, LongSignature = 13, ShortPayload = 8, ShortSignature = 4;

    private byte[]? secret;

    private byte[] Key => secret ?? throw new InvalidOperationException("The key is not loaded.");

    /// <summary>Takes the key; once, before the site serves.</summary>
    public void Use(byte[] key) => secret = key;

    /// <summary>What stands for a person or seat on paper; without the key nobody can tell whose it is.</summary>
    public ulong TokenOf(Guid? person)
    {
        if (person is not { } id) return 0;
        var mark = BinaryPrimitives.ReadUInt64BigEndian(Hash("person", id.ToByteArray())) >> (64 - SheetReference.PersonBits);
        return mark >> (SheetReference.PersonBits - SheetReference.ShortPersonBits) == 0 ? mark | 1UL << (SheetReference.PersonBits - 1) : mark;
    }

    public bool IsOf(SheetReference reference, Guid person) =>
        reference.Person == (reference.IsShort ? TokenOf(person) >> (SheetReference.PersonBits - SheetReference.ShortPersonBits) : TokenOf(person));

    public PageCodes Codes(SheetReference r)
    {
        var payload = new Packer().Add(Version, 3).Add(r.Person, SheetReference.PersonBits).Add((ulong)r.Revision, 24).Add((ulong)r.AnswerNumber, 6).Add((ulong)r.Page, 6).Add((ulong)r.Pages, 6);
        return new PageCodes(Signed("qr", payload.Text(LongPayload), LongSignature), ShortCode(r));
    }

    /// <summary>Reads a code from a QR or from what somebody typed; null where it is none of this site's.</summary>
    public SheetReference? Read(string? code)
    {
        var text = string.Concat((code ?? "").Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return text.Length switch
        {
            LongPayload + LongSignature when IsSigned("qr", text, LongPayload) => ReadLong(new Unpacker(text[..LongPayload])),
            ShortPayload + ShortSignature when IsSigned("short", text, ShortPayload) => ReadShort(new Unpacker(text[..ShortPayload])),
            _ => null,
        };
    }

    private string ShortCode(SheetReference r)
    {
        if (r.Revision >= 1 << 17 || r.AnswerNumber >= 1 << 4 || r.Page >= 1 << 4) return "";
        var person = r.Person >> (SheetReference.PersonBits - SheetReference.ShortPersonBits);
        var code = Signed("short", new Packer().Add(person, SheetReference.ShortPersonBits).Add((ulong)r.Revision, 17).Add((ulong)r.AnswerNumber, 4).Add((ulong)r.Page, 4).Text(ShortPayload), ShortSignature);
        return $"{code[..4]}-{code[4..8]}-{code[8..]}";
    }

    private static SheetReference? ReadLong(Unpacker bits) =>
        bits.Take(3) == Version ? new(bits.Take(SheetReference.PersonBits), (int)bits.Take(24), (int)bits.Take(6), (int)bits.Take(6), (int)bits.Take(6)) : null;

    private static SheetReference ReadShort(Unpacker bits) => new(bits.Take(SheetReference.ShortPersonBits), (int)bits.Take(17), (int)bits.Take(4), (int)bits.Take(4), 0);

    private string Signed(string use, string payload, int length) => payload + Signature(use, payload, length);

    private bool IsSigned(string use, string text, int payload) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(Signature(use, text[..payload], text.Length - payload)), Encoding.ASCII.GetBytes(text[payload..]));

    private string Signature(string use, string payload, int length) =>
        string.Concat(Hash(use, Encoding.ASCII.GetBytes(payload)).Take(length).Select(b => Alphabet[b & 31]));

    private byte[] Hash(string use, byte[] data) =>
        HMACSHA256.HashData(Key, (byte[])[.. Encoding.ASCII.GetBytes(use + ":"), .. data]);

    private sealed class Packer
    {
        private UInt128 value;

        public Packer Add(ulong number, int bits)
        {
            if (number >> bits != 0) throw new ArgumentOutOfRangeException(nameof(number));
            value = value << bits | number;
            return this;
        }

        public string Text(int length) => string.Create(length, value, (text, rest) =>
        {
            for (var i = text.Length - 1; i >= 0; i--, rest >>= 5) text[i] = Alphabet[(int)(rest & 31)];
        });
    }

    private sealed class Unpacker(string text)
    {
        private readonly UInt128 value = text.Aggregate(UInt128.Zero, (v, c) => v << 5 | (UInt128)Math.Max(0, Alphabet.IndexOf(c)));
        private int left = text.Length * 5;

        public ulong Take(int bits) => (ulong)(value >> (left -= bits) & (UInt128.One << bits) - 1);
    }
}
