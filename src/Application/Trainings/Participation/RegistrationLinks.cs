using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>From the secret of a mailed link to what it opens.</summary>
internal sealed class RegistrationLinks(IDatabase database, TimeProvider time) : IApplicationPart
{
    /// <param name="forChange">Waits for whoever holds the link at this moment: of two clicks one finds it used.</param>
    public async Task<Result<Registration>> FindAsync(
        string token,
        CancellationToken cancellationToken,
        bool forChange = false
    )
    {
        if (LinkSecret.Hash(token) is not { } hash)
            return RegistrationErrors.Unknown();
        if (forChange)
        {
            await database.Database.ExecuteSqlAsync(
                $"SELECT FROM registrations WHERE token_hash = {hash} FOR UPDATE",
                cancellationToken
            );
        }
        return
            await database.Set<Registration>().SingleOrDefaultAsync(one => one.TokenHash == hash, cancellationToken)
                is { } registration
            ? registration
            : RegistrationErrors.Unknown();
    }

    /// <summary>A participant without an account, and the training the link is for.</summary>
    public async Task<Result<(Training Training, Participant Participant)>> OpenAsync(
        string token,
        CancellationToken cancellationToken
    )
    {
        var hash = LinkSecret.Hash(token);
        var link = hash is null
            ? null
            : await database
                .Set<PersonalLink>()
                .AsNoTracking()
                .SingleOrDefaultAsync(one => one.TokenHash == hash, cancellationToken);
        if (link is null)
            return RegistrationErrors.PersonalLinkUnknown();
        var training = await database
            .Set<Training>()
            .AsNoTracking()
            .SingleAsync(one => one.Id == link.TrainingId, cancellationToken);
        if (PersonalLink.CheckUsable(training, time.GetUtcNow()) is { IsSuccess: false } expired)
            return expired.Error;
        var participant = await database
            .Set<Participant>()
            .AsNoTracking()
            .SingleAsync(one => one.Id == link.ParticipantId, cancellationToken);
        // Who withdrew or was replaced has no programme any more.
        return participant.State.HasSeat() ? (training, participant) : RegistrationErrors.PersonalLinkUnknown();
    }
}
