using System.Globalization;
using Pionir.Application.Common.Mail;
using Pionir.Application.Common.Notifications;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>What, when and where, as every letter about a training says it.</summary>
internal static class TrainingLetters
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The mail's way is shown in the list of participants.</summary>
    public static MailAbout About(TrainingId training, ParticipantId participant, string name, Guid sender)
    {
        var list = $"/trainings/{training.Value}?tab=participants";
        var found = $"{list}&p.q={Uri.EscapeDataString(name)}";
        return new(participant.Value, found.Length <= Notification.LinkMaximum ? found : list, sender);
    }

    public static LocalText Facts(Training training) => Facts(training.Title, training.WhenAndWhere);

    public static LocalText Facts(string title, TrainingVenue at) =>
        new(
            $"{title}\nTanggal: {Days(at, false)}\nTempat: {Place(at, false)}",
            $"{title}\nDate: {Days(at, true)}\nPlace: {Place(at, true)}"
        );

    /// <summary>A line below the facts, such as "Sesi pertama: Senin, 9 Maret 2026, 08.00–12.00 WIB, Aula".</summary>
    public static LocalText NextSession(Training training, SessionSpot spot, bool isFirst) =>
        new(
            $"\n{(isFirst ? "Sesi pertama" : "Sesi berikutnya")}: {Spot(training, spot, false)}",
            $"\n{(isFirst ? "First session" : "Next session")}: {Spot(training, spot, true)}"
        );

    public static string Spot(Training training, SessionSpot spot, bool english)
    {
        var culture = english ? English : Indonesian;
        var place =
            spot.Room
            ?? (spot.OnlineLink is not null ? (english ? "online" : "daring") : Place(training.WhenAndWhere, english));
        var day = spot.Date.ToString("dddd, d MMMM yyyy", culture);
        var (start, end) = (spot.Start.ToString("HH.mm", culture), spot.End.ToString("HH.mm", culture));
        return $"{day}, {start}–{end} {Zone(training.TimeZone, english)}, {place}";
    }

    /// <summary>Such as "9 Maret 2026, 08.00 WIB", where the training takes place.</summary>
    public static string Moment(Training training, DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(training.TimeZone));
        return $"{local.ToString("d MMMM yyyy, HH.mm", Indonesian)} {Zone(training.TimeZone, english: false)}";
    }

    /// <summary>The three zones of the country by their names; elsewhere the clock on the wall counts.</summary>
    private static string Zone(string zone, bool english) =>
        zone switch
        {
            "Asia/Jakarta" or "Asia/Pontianak" => "WIB",
            "Asia/Makassar" => "WITA",
            "Asia/Jayapura" => "WIT",
            _ => english ? "local time" : "waktu setempat",
        };

    public static string Days(TrainingVenue at, bool english)
    {
        var culture = english ? English : Indonesian;
        var (start, end) = (at.Dates.Start, at.Dates.End);
        var last = end.ToString("d MMMM yyyy", culture);
        if (start == end)
            return last;
        if ((start.Year, start.Month) == (end.Year, end.Month))
            return $"{start.Day}–{last}";
        return $"{start.ToString(start.Year == end.Year ? "d MMMM" : "d MMMM yyyy", culture)} – {last}";
    }

    public static string Place(TrainingVenue at, bool english) =>
        string.Join(", ", new[] { at.Venue, at.City }.Where(part => part is not null)) is { Length: > 0 } place ? place
        : at.OnlineLink is not null ? (english ? "online" : "daring")
        : english ? "to be announced"
        : "akan diberitahukan";
}
