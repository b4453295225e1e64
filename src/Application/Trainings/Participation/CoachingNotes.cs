using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>Finds agreements for those who note what was held.</summary>
internal sealed class CoachingNotes(IDatabase database, TrainingGate gate, SeatRegister seats, CoachingReader reader)
    : IApplicationPart
{
    /// <summary>Under the training's lock: results are made of the meetings.</summary>
    public async Task<Result<(Training Training, CoachingAgreement Agreement)>> FindAsync(
        Guid trainingId,
        Guid agreementId,
        CancellationToken cancellationToken
    )
    {
        if (await gate.FindAnyAsync(trainingId, cancellationToken) is not { } found)
            return CoachingErrors.NotFound();
        var id = CoachingAgreementId.From(agreementId);
        var training = await seats.LockAndReadAsync(found.Id, cancellationToken);
        var agreement = await database
            .Set<CoachingAgreement>()
            .Include(one => one.Meetings)
            .SingleOrDefaultAsync(one => one.Id == id && one.TrainingId == training.Id, cancellationToken);
        if (agreement is null)
            return CoachingErrors.NotFound();
        var person = await database
            .Set<Participant>()
            .SingleAsync(one => one.Id == agreement.ParticipantId, cancellationToken);
        return reader.MayNote(training, person, agreement) ? (training, agreement) : CoachingErrors.NotFound();
    }
}
