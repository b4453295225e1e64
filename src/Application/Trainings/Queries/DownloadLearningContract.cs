using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>The signed contract of learning, for those who see the participant, and for the two who signed it.</summary>
[SignedIn]
public sealed record DownloadLearningContract(Guid TrainingId, Guid AgreementId) : IQuery<LearningContractFile>;

public sealed record LearningContractFile(Stream Content, string Name, string ContentType);

internal sealed class DownloadLearningContractHandler(
    IDatabase database,
    TrainingGate gate,
    ParticipantScope scope,
    CoachingReader reader,
    IFileStore files
) : IRequestHandler<DownloadLearningContract, Result<LearningContractFile>>
{
    public async Task<Result<LearningContractFile>> Handle(DownloadLearningContract request, CancellationToken ct)
    {
        var id = CoachingAgreementId.From(request.AgreementId);
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } training)
            return CoachingErrors.NotFound();
        var agreement = await database
            .Set<CoachingAgreement>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id && one.TrainingId == training.Id, ct);
        if (agreement?.ContractFileHash is not { } hash)
            return CoachingErrors.NotFound();
        var person = await database
            .Set<Participant>()
            .AsNoTracking()
            .SingleAsync(one => one.Id == agreement.ParticipantId, ct);
        var maySee =
            reader.MayNote(training, person, agreement)
            || await scope.Of(training, database).AnyAsync(one => one.Id == person.Id, ct);
        return maySee
            ? new LearningContractFile(
                await files.OpenAsync(hash, ct),
                agreement.ContractFileName!,
                agreement.ContractContentType!
            )
            : CoachingErrors.NotFound();
    }
}
