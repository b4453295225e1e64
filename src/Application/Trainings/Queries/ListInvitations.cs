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

/// <summary>Every invitation and reserve offer of a training: who was asked when, until when, and what they said.</summary>
[Requires(Permission.ParticipantsManage, Permission.ParticipantsRead)]
public sealed record ListInvitations(Guid TrainingId, InvitationKind? Kind, PageRequest Page)
    : IQuery<Page<InvitationRow>>;

public sealed record InvitationRow(
    Guid ParticipantId,
    string Name,
    InvitationKind Kind,
    DateTimeOffset SentAt,
    DateTimeOffset ExpiresAt,
    InvitationAnswer? Answer,
    DateTimeOffset? AnsweredAt
);

internal sealed class ListInvitationsHandler(IDatabase database, TrainingGate gate, ParticipantScope scope)
    : IRequestHandler<ListInvitations, Result<Page<InvitationRow>>>
{
    public async Task<Result<Page<InvitationRow>>> Handle(ListInvitations request, CancellationToken ct)
    {
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } training || !scope.SeesAll(training))
            return TrainingErrors.NotFound();
        var invitations = database
            .Set<Invitation>()
            .AsNoTracking()
            .Where(one => one.TrainingId == training.Id && (request.Kind == null || one.Kind == request.Kind));
        var total = await invitations.CountAsync(ct);
        var rows = await invitations
            .OrderByDescending(one => one.SentAt)
            .ThenBy(one => one.Id)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .Join(
                database.Set<Participant>(),
                one => one.ParticipantId,
                person => person.Id,
                (one, person) =>
                    new InvitationRow(
                        person.Id.Value,
                        person.Name,
                        one.Kind,
                        one.SentAt,
                        one.ExpiresAt,
                        one.Answer,
                        one.AnsweredAt
                    )
            )
            .ToListAsync(ct);
        return new Page<InvitationRow>(rows, total, request.Page.Number, request.Page.Size);
    }
}
