using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Mail;
using Pionir.Application.Common.Notifications;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>Carries changes to people on both ways: a line behind the bell for employees, a mail for whoever has an address.</summary>
internal sealed class ChangeNews(
    IDatabase database,
    ChangeMails mails,
    TimetableMails timetableMails,
    Timetables timetables,
    INotifier notifier,
    IEmployeeDirectory employees,
    IInstitution institution
) : IApplicationPart
{
    private const string Mine = "/catalogue/mine";
    private const int ReasonInBell = 200;

    public async Task CancelledAsync(
        TrainingId id,
        IReadOnlyList<AudienceMember> people,
        string reason,
        CancellationToken ct
    )
    {
        if (people.Count == 0)
            return;
        var training = await database.Set<Training>().SingleAsync(one => one.Id == id, ct);
        var settings = await institution.CurrentAsync(ct);
        foreach (var person in people)
        {
            Tell(person, "training.cancelled", ("title", training.Title), ("reason", Brief(reason)));
            if (To(training, person) is { } to)
                mails.Cancelled(training, person, reason, to, settings);
        }
    }

    public async Task RescheduledAsync(
        Training training,
        TrainingVenue before,
        IReadOnlyList<AudienceMember> people,
        CancellationToken ct
    )
    {
        var settings = await institution.CurrentAsync(ct);
        var timetable = await timetables.ReadAsync(training, ct);
        var moved = before.Dates != training.Dates;
        foreach (var person in people)
        {
            Tell(
                person,
                moved ? "training.rescheduled" : "training.relocated",
                ("title", training.Title),
                ("start", training.Start),
                ("end", training.End)
            );
            if (To(training, person) is { } to)
                mails.Rescheduled(training, before, person, to, settings, timetable);
        }
    }

    /// <summary>Sessions moved, came or went within the days of the training.</summary>
    public async Task TimetableAsync(
        Training training,
        TimetableNews changed,
        IReadOnlyList<AudienceMember> people,
        CancellationToken ct
    )
    {
        var settings = await institution.CurrentAsync(ct);
        foreach (var person in people)
        {
            if (changed.Of(person) is { } own)
            {
                Tell(
                    person,
                    "training.teaching_changed",
                    ("title", training.Title),
                    ("assigned", own.Assigned.Count),
                    ("released", own.Released.Count)
                );
            }
            else
            {
                Tell(
                    person,
                    "training.timetable_changed",
                    ("title", training.Title),
                    ("count", changed.Changes.Count),
                    ("first", changed.Changes[0].Now?.Date ?? changed.Changes[0].Before!.Date)
                );
            }
            if (To(training, person) is { } to)
                timetableMails.Send(training, changed, person, to, settings);
        }
    }

    public async Task LeftAsync(Training training, Participant participant, CancellationToken ct)
    {
        Bell(
            participant.EmployeeId,
            Mine,
            participant.State == ParticipantState.Replaced ? "participant.replaced" : "participant.withdrawn",
            ("title", training.Title),
            ("reason", participant.Reason)
        );
        if (await AddressAsync(training, participant, ct) is { } to)
            mails.Left(training, participant, to, await institution.CurrentAsync(ct));
    }

    public async Task PlacedAsync(Training training, Participant participant, CancellationToken ct)
    {
        Bell(participant.EmployeeId, Mine, "participant.placed", ("title", training.Title));
        if (await AddressAsync(training, participant, ct) is { } to)
        {
            var settings = await institution.CurrentAsync(ct);
            mails.Placed(training, participant, to, settings, await timetables.ReadAsync(training, ct));
        }
    }

    private async Task<Addressee?> AddressAsync(Training training, Participant participant, CancellationToken ct)
    {
        var address = participant.ExternalEmail;
        if (participant.EmployeeId is { } employee)
            address = (await employees.FindAsync([employee], ct)).GetValueOrDefault(employee)?.Email;
        return string.IsNullOrEmpty(address)
            ? null
            : new Addressee(
                address,
                participant.Name,
                TrainingLetters.About(training.Id, participant.Id, participant.Name, training.Officer)
            );
    }

    private static Addressee? To(Training training, AudienceMember person) =>
        string.IsNullOrEmpty(person.Address)
            ? null
            : new Addressee(
                person.Address,
                person.Name,
                person.IsParticipant
                    ? TrainingLetters.About(training.Id, ParticipantId.From(person.Key), person.Name, training.Officer)
                    : null
            );

    private void Tell(AudienceMember person, string code, params (string Name, object? Value)[] arguments) =>
        Bell(person.Employee, person.IsParticipant ? Mine : "/calendar", code, arguments);

    private void Bell(EmployeeId? employee, string link, string code, params (string Name, object? Value)[] arguments)
    {
        if (employee is { } known)
            notifier.Add(new NewNotification(Recipient.Employee(known), code, link, arguments));
    }

    private static string Brief(string reason) =>
        reason.Length <= ReasonInBell ? reason : reason[..(ReasonInBell - 1)] + "…";
}
