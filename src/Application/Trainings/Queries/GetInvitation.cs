using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>What the one-time link asks: shown before anybody answers.</summary>
[Public("People from outside have no account, and employees answer from their mail: the link is the key.")]
public sealed record GetInvitation(string Token) : IQuery<InvitationQuestion>;

/// <param name="FirstSession">The session that comes first; none while there is no timetable, or when all are over.</param>
/// <param name="Refusal">Why the link can no longer be used: it has expired, was used or was cancelled.</param>
public sealed record InvitationQuestion(
    string Name,
    string Training,
    DateOnly Start,
    DateOnly End,
    string? Venue,
    string? City,
    int Jp,
    InvitationKind Kind,
    DateTimeOffset ExpiresAt,
    ParticipantState State,
    int? ReserveRank,
    bool CanAnswer,
    Error? Refusal,
    InvitedSession? FirstSession
);

/// <param name="TimeZone">Times are local to this zone.</param>
public sealed record InvitedSession(DateOnly Date, TimeOnly Start, TimeOnly End, string TimeZone, string? Room);

internal sealed class GetInvitationHandler(IDatabase database, InvitationLinks links, TimeProvider time)
    : IRequestHandler<GetInvitation, Result<InvitationQuestion>>
{
    public async Task<Result<InvitationQuestion>> Handle(GetInvitation request, CancellationToken ct)
    {
        var found = await links.FindAsync(request.Token, ct);
        if (!found.IsSuccess)
            return found.Error;
        var (training, id, invitation) = found.Value;
        var person = await database
            .Set<Participant>()
            .Where(one => one.Id == id)
            .Select(one => new
            {
                one.Name,
                one.State,
                one.ReserveRank,
            })
            .SingleAsync(ct);
        var now = time.GetUtcNow();
        var usable = invitation.CheckUsable(now);
        return new InvitationQuestion(
            person.Name,
            training.Title,
            training.Start,
            training.End,
            training.Venue,
            training.City,
            training.Jp,
            invitation.Kind,
            invitation.ExpiresAt,
            person.State,
            person.ReserveRank,
            usable.IsSuccess && training.AcceptsParticipants,
            usable.IsSuccess ? null : usable.Error,
            await database
                .Set<Session>()
                .Where(session => session.TrainingId == training.Id && session.StartsAt > now)
                .OrderBy(session => session.StartsAt)
                .Select(session => new InvitedSession(
                    session.Date,
                    session.Start,
                    session.End,
                    training.TimeZone,
                    session.Room
                ))
                .FirstOrDefaultAsync(ct)
        );
    }
}
