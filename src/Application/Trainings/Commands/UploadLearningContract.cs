using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>The signed contract of learning; a new file takes the place of the one before.</summary>
[Requires(Permission.TrainingsRun)]
public sealed record UploadLearningContract(Guid TrainingId, Guid AgreementId, Stream Content, string FileName)
    : ICommand<AttachedContract>;

public sealed record AttachedContract(Guid AgreementId, string FileName, long Size);

internal sealed class UploadLearningContractHandler(
    IDatabase database,
    TrainingGate gate,
    IFileStore files,
    IInstitution institution
) : IRequestHandler<UploadLearningContract, Result<AttachedContract>>
{
    private const long Megabyte = 1024 * 1024;

    public async Task<Result<AttachedContract>> Handle(UploadLearningContract request, CancellationToken ct)
    {
        var training = await gate.FindAsync(request.TrainingId, Permission.TrainingsRun, ct);
        if (!training.IsSuccess)
            return training.Error;
        var (id, trainingId) = (CoachingAgreementId.From(request.AgreementId), training.Value.Id);
        var agreement = await database
            .Set<CoachingAgreement>()
            .SingleOrDefaultAsync(one => one.Id == id && one.TrainingId == trainingId, ct);
        if (agreement is null)
            return CoachingErrors.NotFound();
        var limit = (await institution.CurrentAsync(ct)).Files.DocumentMegabytes * Megabyte;
        var kept = await files.SaveAsync(
            request.Content,
            request.FileName,
            new FileRules(FileKinds.Pdf | FileKinds.Jpeg | FileKinds.Png, limit),
            ct
        );
        if (!kept.IsSuccess)
            return kept.Error;
        var file = kept.Value;
        agreement.AttachContract(new DocumentFile(file.Hash, file.Name, file.ContentType, file.Size));
        return new AttachedContract(agreement.Id.Value, file.Name, file.Size);
    }
}
