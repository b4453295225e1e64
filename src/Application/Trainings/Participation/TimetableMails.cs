using Pionir.Application.Common;
using Pionir.Application.Common.Mail;
using Pionir.Domain.Common;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Institutions;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <param name="Since">When the first of the changes was made: it tells this letter from the next.</param>
/// <param name="Teaching">What is different besides for those who teach.</param>
internal sealed record TimetableNews(
    DateTimeOffset Since,
    IReadOnlyList<SessionChange> Changes,
    Timetable Timetable,
    IReadOnlyDictionary<EmployeeId, TeachingChange> Teaching,
    DateTimeOffset Now
)
{
    public TeachingChange? Of(AudienceMember person) =>
        person.Employee is { } employee ? Teaching.GetValueOrDefault(employee) : null;
}

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
        if (news.Of(person) is { } own)
        {
            SendOwn(training, news, own, person, to, settings);
            return;
        }
        var facts = TrainingLetters.Facts(training);
        var todo = advice.For(person);
        letters.Send(
            Key(training, news, person),
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

    /// <summary>To one who was put on sessions or taken off them; what else moved stands below, if they still come.</summary>
    private void SendOwn(
        Training training,
        TimetableNews news,
        TeachingChange own,
        AudienceMember person,
        Addressee to,
        InstitutionSettings settings
    )
    {
        var facts = TrainingLetters.Facts(training);
        var todo = advice.For(person);
        var gone = person.Standing == Standing.Released;
        letters.Send(
            Key(training, news, person),
            to,
            settings,
            new LocalText(
                $"Sesi Anda sebagai pengajar berubah: {training.Title}",
                $"Your sessions as an instructor have changed: {training.Title}"
            ),
            new LocalText(
                $"""
                Sesi yang Anda ajar pada pelatihan ini berubah:

                {facts.Id}

                {OwnLines(training, own, false)}{Others(false)}

                {todo.Id}
                """,
                $"""
                The sessions that you teach in this training have changed:

                {facts.En}

                {OwnLines(training, own, true)}{Others(true)}

                {todo.En}
                """
            ),
            gone ? Timetable.WithoutSessions(training, own.Released, news.Now) : news.Timetable.Calendar
        );

        string Others(bool english)
        {
            if (gone || news.Changes.Count == 0)
                return "";
            var heading = english ? "The timetable has changed too:" : "Jadwal sesi juga berubah:";
            return $"\n\n{heading}\n\n{Lines(training, news.Changes, english)}";
        }
    }

    private static string Key(Training training, TimetableNews news, AudienceMember person) =>
        $"timetable:{training.Id.Value}:{news.Since.ToUnixTimeMilliseconds()}:{person.Key}";

    private static string OwnLines(Training training, TeachingChange own, bool english)
    {
        var (yours, notYours) = english
            ? ("Yours now", "No longer yours")
            : ("Sesi baru untuk Anda", "Tidak lagi Anda ajar");
        return string.Join(
            "\n\n",
            own.Assigned.Select(spot => $"{yours}: {Described(spot)}")
                .Concat(own.Released.Select(spot => $"{notYours}: {Described(spot)}"))
        );

        string Described(SessionSpot spot) => $"{spot.Subject}\n{TrainingLetters.Spot(training, spot, english)}";
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
