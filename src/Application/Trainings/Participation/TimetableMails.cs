using Pionir.Application.Common;
using Pionir.Application.Common.Mail;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.Institutions;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <param name="Since">When the first of the changes was made: it tells this letter from the next.</param>
internal sealed record TimetableNews(DateTimeOffset Since, IReadOnlyList<SessionChange> Changes, Timetable Timetable);

/// <summary>One letter for all that a planner changed in one go: old and new time and place, session by session.</summary>
internal sealed class TimetableMails(Letters letters, AudienceAdvice advice) : IApplicationPart
{
    private const int Listed = 20;

    public void Send(
        Training training,
        TimetableNews news,
        AudienceMember person,
        Addressee to,
        InstitutionSettings settings
    )
    {
        var facts = TrainingLetters.Facts(training);
        var todo = advice.For(person);
        letters.Send(
            $"timetable:{training.Id.Value}:{news.Since.ToUnixTimeMilliseconds()}:{person.Key}",
            to,
            settings,
            new LocalText($"Jadwal sesi berubah: {training.Title}", $"Sessions have moved: {training.Title}"),
            new LocalText(
                $"""
                Jadwal sesi pelatihan ini berubah:

                {facts.Id}

                {Lines(training, news.Changes, false)}

                Jadwal lengkap terlampir untuk kalender Anda. {todo.Id}
                """,
                $"""
                The timetable of this training has changed:

                {facts.En}

                {Lines(training, news.Changes, true)}

                The full timetable is attached for your calendar. {todo.En}
                """
            ),
            news.Timetable.Calendar
        );
    }

    private static string Lines(Training training, IReadOnlyList<SessionChange> changes, bool english)
    {
        var lines = changes.Take(Listed).Select(change => Line(training, change, english));
        var more = changes.Count - Listed;
        if (more > 0)
            lines = lines.Append(english ? $"and {more} more" : $"dan {more} perubahan lain");
        return string.Join("\n\n", lines);
    }

    private static string Line(Training training, SessionChange change, bool english)
    {
        var (before, now) = (change.Before, change.Now);
        var (was, isNow, added, gone) = english
            ? ("Before", "Now", "New session", "Cancelled session")
            : ("Semula", "Sekarang", "Sesi baru", "Sesi ditiadakan");
        return (before, now) switch
        {
            (null, { } fresh) => $"{added}: {fresh.Subject}\n{TrainingLetters.Spot(training, fresh, english)}",
            ({ } old, null) => $"{gone}: {old.Subject}\n{was}: {TrainingLetters.Spot(training, old, english)}",
            _ => $"{now!.Subject}\n{was}: {TrainingLetters.Spot(training, before!, english)}\n"
                + $"{isNow}: {TrainingLetters.Spot(training, now, english)}",
        };
    }
}
