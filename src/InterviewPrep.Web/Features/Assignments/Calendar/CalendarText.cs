using System.Globalization;
using System.Text;

namespace InterviewPrep.Web.Features.Assignments.Calendar;

/// <summary>An entry of a calendar.</summary>
/// <param name="Uid">Stays the same when the entry changes, so that calendars move it instead of showing it twice.</param>
/// <param name="At">The deadline.</param>
/// <param name="Sequence">Goes up with every change, so that calendars take the new time over.</param>
public sealed record CalendarEntry(string Uid, string Title, string Text, string Address, DateTimeOffset At, int Sequence, DateTimeOffset ChangedAt)
{
    /// <summary>For an entry of a whole day, which; null for a deadline.</summary>
    public DateOnly? Day { get; init; }
}

/// <summary>Writes iCalendar (RFC 5545): lines of at most 75 bytes that end in CRLF, text escaped, times in UTC.</summary>
public static class CalendarText
{
    private const int LongestLine = 75;

    /// <summary>How long an entry is shown before its deadline, so that it can be seen in a day view.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(30);

    public static string Write(string name, IEnumerable<CalendarEntry> entries, DateTimeOffset now)
    {
        var text = new StringBuilder();
        void Line(string line) => Fold(text, line);
        foreach (var line in new[] { "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//InterviewPrep//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", $"X-WR-CALNAME:{Escape(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT1H" }) Line(line);
        foreach (var entry in entries)
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{entry.Uid}");
            Line($"DTSTAMP:{Utc(now)}");
            Line($"LAST-MODIFIED:{Utc(entry.ChangedAt)}");
            Line($"SEQUENCE:{entry.Sequence.ToString(CultureInfo.InvariantCulture)}");
            Line(entry.Day is { } first ? $"DTSTART;VALUE=DATE:{Date(first)}" : $"DTSTART:{Utc(entry.At - Shown)}");
            Line(entry.Day is { } last ? $"DTEND;VALUE=DATE:{Date(last.AddDays(1))}" : $"DTEND:{Utc(entry.At)}");
            Line($"SUMMARY:{Escape(entry.Title)}");
            Line($"DESCRIPTION:{Escape(entry.Text)}");
            Line($"URL:{entry.Address}");
            Line("TRANSP:TRANSPARENT");
            Line("END:VEVENT");
        }
        Line("END:VCALENDAR");
        return text.ToString();
    }

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text.ReplaceLineEndings("\n").Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // Long lines go on in the next one after a blank; a character is never cut in two.
    private static void Fold(StringBuilder text, string line)
    {
        var length = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                length = 1;
            }
            text.Append(rune.ToString());
            length += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
