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

    public static string Days(TrainingVenue at, bool english)
    {
        var culture = english ? English : Indonesian;
        var (start, end) = (at.Dates.Start, at.Dates.End);
        var last = end.ToString("d MMMM yyyy", culture);
        if (start == end)
            return last;
        var first = start.ToString(
            start.Year != end.Year ? "d MMMM yyyy"
                : start.Month != end.Month ? "d MMMM"
                : "%d",
            culture
        );
        return $"{first} – {last}";
    }

    public static string Place(TrainingVenue at, bool english) =>
        string.Join(", ", new[] { at.Venue, at.City }.Where(part => part is not null)) is { Length: > 0 } place ? place
        : at.OnlineLink is not null ? (english ? "online" : "daring")
        : english ? "to be announced"
        : "akan diberitahukan";
}
