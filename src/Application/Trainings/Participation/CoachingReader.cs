using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <param name="ContractName">File of the signed contract of learning; none while it is not there.</param>
/// <param name="CanChange">May change the agreement and attach the contract.</param>
/// <param name="CanNote">May note meetings that were held, and take away one noted by mistake.</param>
/// <param name="Version">To be sent as If-Match with a change.</param>
public sealed record CoachingRow(
    Guid AgreementId,
    Guid TrainingId,
    string Training,
    Guid ParticipantId,
    string Name,
    string? IdentityNumber,
    string Affiliation,
    CoachingKind Kind,
    string CoachName,
    Guid? CoachEmployeeId,
    string Goal,
    int AgreedMeetings,
    string? ContractName,
    IReadOnlyList<CoachingMeetingRow> Meetings,
    bool CanChange,
    bool CanNote,
    uint Version
);

public sealed record CoachingMeetingRow(Guid Id, DateOnly HeldOn, int Minutes, string Topic, string? Outcome);

/// <summary>Agreements of coaching and mentoring as their pages show them, by the participant's name.</summary>
internal sealed class CoachingReader(IDatabase database, TrainingGate gate) : IApplicationPart
{
    public async Task<IReadOnlyList<CoachingRow>> ReadAsync(
        IQueryable<CoachingAgreement> agreements,
        IQueryable<Participant> people,
        CancellationToken cancellationToken
    )
    {
        var found = await agreements
            .AsNoTracking()
            .Include(one => one.Meetings)
            .Join(people, one => one.ParticipantId, person => person.Id, (one, person) => new { one, person })
            .Join(
                database.Set<Training>(),
                row => row.one.TrainingId,
                training => training.Id,
                (row, training) =>
                    new
                    {
                        Agreement = row.one,
                        Person = row.person,
                        Training = training,
                    }
            )
            .OrderBy(row => row.Person.Name)
            .ThenBy(row => row.Person.Id)
            .ToListAsync(cancellationToken);
        return found.ConvertAll(row => Row(row.Agreement, row.Person, row.Training));
    }

    /// <summary>The officer, the coach and the participant note what was held; never a learner under supervision.</summary>
    public bool MayNote(Training training, Participant person, CoachingAgreement agreement) =>
        gate.Runs(training, Permission.TrainingsRun)
        || (!agreement.IsSupervised && gate.IsSelf(person.EmployeeId))
        || gate.IsSelf(agreement.CoachEmployeeId);

    private CoachingRow Row(CoachingAgreement agreement, Participant person, Training training) =>
        new(
            agreement.Id.Value,
            training.Id.Value,
            training.Title,
            person.Id.Value,
            person.Name,
            person.IdentityNumber,
            person.Affiliation,
            agreement.Kind,
            agreement.CoachName,
            agreement.CoachEmployeeId?.Value,
            agreement.Goal,
            agreement.AgreedMeetings,
            agreement.ContractFileName,
            [
                .. agreement
                    .Meetings.OrderBy(meeting => meeting.HeldOn)
                    .Select(meeting => new CoachingMeetingRow(
                        meeting.Id.Value,
                        meeting.HeldOn,
                        meeting.Minutes,
                        meeting.Topic,
                        meeting.Outcome
                    )),
            ],
            training.AcceptsParticipants && gate.Runs(training, Permission.TrainingsRun),
            training.AcceptsParticipants && MayNote(training, person, agreement),
            agreement.Version
        );
}
