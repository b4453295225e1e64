using System.Globalization;
using System.Text;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

/// <summary>One entry of a feed: some hours, or whole days.</summary>
internal sealed record CalendarEvent(
    string Uid,
    string Title,
    string? Place,
    string? Link,
    bool Cancelled,
    int Revision,
    DateOnly? FirstDay,
    DateOnly? LastDay,
    DateTimeOffset? From,
    DateTimeOffset? To
)
{
    public static CalendarEvent WholeTraining(Training training) =>
        new(
            $"training-{training.Id.Value}@pionir",
            training.Title,
            PlaceOf(training),
            training.OnlineLink,
            training.State == TrainingState.Cancelled,
            training.Revision,
            training.Start,
            training.End,
            null,
            null
        );

    public static CalendarEvent OneSession(Training training, Session session) =>
        new(
            $"session-{session.Id.Value}@pionir",
            $"{session.Subject} – {training.Title}",
            Joined(session.Room, training.Venue, training.City),
            session.OnlineLink ?? training.OnlineLink,
            training.State == TrainingState.Cancelled,
            training.Revision,
            null,
            null,
            session.StartsAt,
            session.EndsAt
        );

    /// <summary>Takes a session out of the diaries it was put into.</summary>
    public static CalendarEvent Removed(Training training, SessionSpot spot) =>
        new(
            $"session-{spot.Id.Value}@pionir",
            $"{spot.Subject} – {training.Title}",
            spot.Room,
            null,
            true,
            training.Revision,
            null,
            null,
            spot.StartsAt,
            spot.EndsAt
        );

    private static string? PlaceOf(Training training) => Joined(training.Venue, training.City);

    /// <summary>The room is often the venue itself.</summary>
    private static string? Joined(params string?[] places)
    {
        var parts = places.Where(part => !string.IsNullOrEmpty(part)).Distinct().ToList();
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }
}

/// <summary>iCalendar (RFC 5545) as the calendar programs of phones and offices read it.</summary>
internal static class CalendarText
{
    private const int LineOctets = 75;

    public static string Write(string name, IEnumerable<CalendarEvent> events, DateTimeOffset now)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Pionir//Pionir//ID");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, "X-WR-CALNAME:" + Escape(name));
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT2H");
        foreach (var one in events)
            Write(text, one, now);
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Write(StringBuilder text, CalendarEvent one, DateTimeOffset now)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, "UID:" + one.Uid);
        Line(text, "DTSTAMP:" + Instant(now));
        Line(text, "SEQUENCE:" + one.Revision.ToString(CultureInfo.InvariantCulture));
        if (one.FirstDay is { } first)
        {
            Line(text, "DTSTART;VALUE=DATE:" + Day(first));
            // The end of whole days is the day after the last.
            Line(text, "DTEND;VALUE=DATE:" + Day(one.LastDay!.Value.AddDays(1)));
        }
        else
        {
            Line(text, "DTSTART:" + Instant(one.From!.Value));
            Line(text, "DTEND:" + Instant(one.To!.Value));
        }
        Line(text, "SUMMARY:" + Escape(one.Title));
        if (!string.IsNullOrEmpty(one.Place))
            Line(text, "LOCATION:" + Escape(one.Place));
        if (!string.IsNullOrEmpty(one.Link))
            Line(text, "URL:" + one.Link);
        Line(text, "STATUS:" + (one.Cancelled ? "CANCELLED" : "CONFIRMED"));
        Line(text, "END:VEVENT");
    }

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string value) =>
        value
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>No line is longer than 75 octets; a continuation begins with a space. Characters stay whole.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
