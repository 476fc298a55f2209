namespace InterviewPrep.Web.Features.Exams;

/// <summary>Kinds of recordings that are kept.</summary>
public enum SoundType
{
    WebM,
    Mp4,
    Mp3,
    Wav,
    Ogg,
    Aac,
}

public static class SoundTypes
{
    /// <summary>So many first bytes say what a file is.</summary>
    public const int HeadLength = 12;

    /// <summary>What a file is by its first bytes, whatever its name says; null for anything but a recording.</summary>
    public static SoundType? Of(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) ? SoundType.WebM
        : head.Length >= 8 && head[4..8].SequenceEqual("ftyp"u8) ? SoundType.Mp4
        : head.StartsWith("OggS"u8) ? SoundType.Ogg
        : head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WAVE"u8) ? SoundType.Wav
        : head.StartsWith("ID3"u8) ? SoundType.Mp3
        : head.Length >= 2 && head[0] == 0xFF && (head[1] & 0xF6) == 0xF0 ? SoundType.Aac
        : head.Length >= 2 && head[0] == 0xFF && (head[1] & 0xE6) is 0xE2 ? SoundType.Mp3
        : null;

    /// <summary>The media type that a browser is told.</summary>
    public static string MediaType(SoundType type) => type switch
    {
        SoundType.WebM => "audio/webm",
        SoundType.Mp4 => "audio/mp4",
        SoundType.Mp3 => "audio/mpeg",
        SoundType.Wav => "audio/wav",
        SoundType.Ogg => "audio/ogg",
        _ => "audio/aac",
    };

    /// <summary>The ending of a file of this kind.</summary>
    public static string Ending(SoundType type) => type switch
    {
        SoundType.WebM => "webm",
        SoundType.Mp4 => "m4a",
        SoundType.Mp3 => "mp3",
        SoundType.Wav => "wav",
        SoundType.Ogg => "ogg",
        _ => "aac",
    };
}
