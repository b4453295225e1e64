using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>From the secret of a link to what it asks.</summary>
internal sealed class InvitationLinks(IDatabase database, ICurrentUser user, TimeProvider time) : IApplicationPart
{
    public async Task<Result<(Training Training, ParticipantId Participant, Invitation Invitation)>> FindAsync(
        string token,
        CancellationToken cancellationToken
    )
    {
        if (await ReadAsync(token, cancellationToken) is not { } invitation)
            return InvitationErrors.Unknown();
        var training = await database
            .Set<Training>()
            .AsNoTracking()
            .SingleAsync(one => one.Id == invitation.TrainingId, cancellationToken);
        var employee = await database
            .Set<Participant>()
            .Where(one => one.Id == invitation.ParticipantId)
            .Select(one => one.EmployeeId)
            .SingleAsync(cancellationToken);
        var isForeign = user.EmployeeId is { } me && (employee is not { } invited || !invited.Equals(me));
        return isForeign ? InvitationErrors.Foreign() : (training, invitation.ParticipantId, invitation);
    }

    public async Task<Result> CheckUsableAsync(string token, CancellationToken cancellationToken) =>
        await ReadAsync(token, cancellationToken) is { } invitation
            ? invitation.CheckUsable(time.GetUtcNow())
            : InvitationErrors.Unknown();

    private async Task<Invitation?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        if (LinkSecret.Hash(token) is not { } hash)
            return null;
        return await database
            .Set<Invitation>()
            .AsNoTracking()
            .SingleOrDefaultAsync(invitation => invitation.TokenHash == hash, cancellationToken);
    }
}
