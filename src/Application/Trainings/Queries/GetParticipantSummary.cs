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

/// <summary>Places and counts of a training, and what the user may do with its people.</summary>
[Requires(Permission.ParticipantsRead, Permission.ParticipantsManage, Permission.ParticipantsNominate)]
public sealed record GetParticipantSummary(Guid TrainingId) : IQuery<ParticipantSummary>;

/// <param name="Taken">Places of those who confirmed, and further.</param>
/// <param name="Held">Places of those who were asked and have not answered.</param>
/// <param name="Free">Places that may still be offered.</param>
public sealed record ParticipantSummary(
    int Quota,
    int ReservePlaces,
    int Taken,
    int Held,
    int Free,
    IReadOnlyList<StateCount> States,
    IReadOnlyList<UnitRoom> UnitQuotas,
    DateOnly? ApplicationsUntil,
    bool CanManage,
    bool CanNominate
);

public sealed record StateCount(ParticipantState State, int Count);

internal sealed class GetParticipantSummaryHandler(
    IDatabase database,
    TrainingGate gate,
    ParticipantScope scope,
    SeatRegister seats,
    UnitPlaces unitPlaces,
    ICurrentUser user
) : IRequestHandler<GetParticipantSummary, Result<ParticipantSummary>>
{
    public async Task<Result<ParticipantSummary>> Handle(GetParticipantSummary request, CancellationToken ct)
    {
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } training || !scope.MaySee(training))
            return TrainingErrors.NotFound();
        var count = await seats.CountAsync(training.Id, ct);
        var states = await scope
            .Of(training, database)
            .GroupBy(one => one.State)
            .Select(group => new StateCount(group.Key, group.Count()))
            .ToListAsync(ct);
        var book = await unitPlaces.ReadAsync(training.Id, ct);
        var manages = gate.Runs(training) && training.AcceptsParticipants;
        return new ParticipantSummary(
            count.Quota,
            training.ReservePlaces,
            count.Taken,
            count.Held,
            count.Free,
            [.. states.OrderBy(state => state.State)],
            book.Rooms(scope.SeesAll(training) ? null : scope.Units()),
            training.ApplicationsUntil,
            manages,
            manages || (training.AcceptsParticipants && user.Has(Permission.ParticipantsNominate))
        );
    }
}
