using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>Coaching and mentoring of a training: what was agreed and which meetings were held.</summary>
[Requires(Permission.ParticipantsRead, Permission.TrainingsRun)]
public sealed record ListCoaching(Guid TrainingId) : IQuery<IReadOnlyList<CoachingRow>>;

public sealed record CoachingRow(
    Guid AgreementId,
    Guid ParticipantId,
    string Name,
    string? IdentityNumber,
    string Affiliation,
    CoachingKind Kind,
    string CoachName,
    string Goal,
    int AgreedMeetings,
    IReadOnlyList<CoachingMeetingRow> Meetings
);

public sealed record CoachingMeetingRow(DateOnly HeldOn, int Minutes, string Topic, string? Outcome);

internal sealed class ListCoachingHandler(IDatabase database, TrainingGate gate, ParticipantScope scope)
    : IRequestHandler<ListCoaching, Result<IReadOnlyList<CoachingRow>>>
{
    public async Task<Result<IReadOnlyList<CoachingRow>>> Handle(ListCoaching request, CancellationToken ct)
    {
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } training || !scope.MaySee(training))
            return TrainingErrors.NotFound();
        var people = scope.Of(training).AsNoTracking();
        var rows = await database
            .Set<CoachingAgreement>()
            .AsNoTracking()
            .Include(one => one.Meetings)
            .Join(
                people,
                one => one.ParticipantId,
                person => person.Id,
                (one, person) =>
                    new
                    {
                        Agreement = one,
                        person.Name,
                        person.IdentityNumber,
                        person.Affiliation,
                    }
            )
            .OrderBy(row => row.Name)
            .ToListAsync(ct);
        return rows.Select(row => new CoachingRow(
                row.Agreement.Id.Value,
                row.Agreement.ParticipantId.Value,
                row.Name,
                row.IdentityNumber,
                row.Affiliation,
                row.Agreement.Kind,
                row.Agreement.CoachName,
                row.Agreement.Goal,
                row.Agreement.AgreedMeetings,
                [
                    .. row
                        .Agreement.Meetings.OrderBy(meeting => meeting.HeldOn)
                        .Select(meeting => new CoachingMeetingRow(
                            meeting.HeldOn,
                            meeting.Minutes,
                            meeting.Topic,
                            meeting.Outcome
                        )),
                ]
            ))
            .ToList();
    }
}
