using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>My trainings, newest first: what I am asked, where I go, what I passed.</summary>
[SignedIn]
public sealed record ListMyParticipations(PageRequest Page) : IQuery<Page<MyParticipation>>;

public sealed record MyParticipation(
    Guid ParticipantId,
    Guid TrainingId,
    string Training,
    DateOnly Start,
    DateOnly End,
    string? Venue,
    string? City,
    ParticipantState State,
    int? ReserveRank,
    LocalText? Reason,
    DateTimeOffset? InvitedUntil,
    bool CanAnswer,
    bool CanWithdraw
);

internal sealed class ListMyParticipationsHandler(IDatabase database, ICurrentUser user)
    : IRequestHandler<ListMyParticipations, Result<Page<MyParticipation>>>
{
    public async Task<Result<Page<MyParticipation>>> Handle(ListMyParticipations request, CancellationToken ct)
    {
        var me = user.EmployeeId;
        if (me is null)
            return new Page<MyParticipation>([], 0, request.Page.Number, request.Page.Size);
        var mine = database.Set<Participant>().AsNoTracking().Where(one => one.EmployeeId == me);
        var total = await mine.CountAsync(ct);
        var open = database.Set<Invitation>().Where(invitation => invitation.Answer == null);
        var rows = await mine.OrderByDescending(one => one.StartsOn)
            .ThenByDescending(one => one.Id)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .Join(
                database.Set<Training>(),
                one => one.TrainingId,
                training => training.Id,
                (one, training) =>
                    new
                    {
                        one,
                        training,
                        isOpen = training.State == TrainingState.Open || training.State == TrainingState.Running,
                    }
            )
            .Select(row => new MyParticipation(
                row.one.Id.Value,
                row.training.Id.Value,
                row.training.Title,
                row.training.Start,
                row.training.End,
                row.training.Venue,
                row.training.City,
                row.one.State,
                row.one.ReserveRank,
                LeavingReason.Of(row.one.Reason),
                open.Where(invitation => invitation.ParticipantId == row.one.Id)
                    .Select(invitation => (DateTimeOffset?)invitation.ExpiresAt)
                    .FirstOrDefault(),
                row.isOpen && row.one.State == ParticipantState.Invited,
                row.isOpen
                    && (
                        row.one.State == ParticipantState.Nominated
                        || row.one.State == ParticipantState.Approved
                        || row.one.State == ParticipantState.Reserve
                        || row.one.State == ParticipantState.Confirmed
                    )
            ))
            .ToListAsync(ct);
        return new Page<MyParticipation>(rows, total, request.Page.Number, request.Page.Size);
    }
}
