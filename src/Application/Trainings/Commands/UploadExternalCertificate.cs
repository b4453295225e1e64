using FluentValidation;
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

/// <summary>The certificate that the organiser of somebody else's training gave; by an officer or the person itself.</summary>
[SignedIn]
public sealed record UploadExternalCertificate(
    Guid TrainingId,
    Guid ParticipantId,
    Stream Content,
    string FileName,
    string? Number
) : ICommand<AttachedCertificate>;

public sealed record AttachedCertificate(Guid ParticipantId, string FileName, long Size);

internal sealed class UploadExternalCertificateValidator : AbstractValidator<UploadExternalCertificate>
{
    public UploadExternalCertificateValidator() =>
        RuleFor(request => request.Number).MaximumLength(ExternalCertificate.NumberMaximum);
}

internal sealed class UploadExternalCertificateHandler(
    IDatabase database,
    TrainingGate gate,
    IFileStore files,
    IInstitution institution
) : IRequestHandler<UploadExternalCertificate, Result<AttachedCertificate>>
{
    private const long Megabyte = 1024 * 1024;

    public async Task<Result<AttachedCertificate>> Handle(UploadExternalCertificate request, CancellationToken ct)
    {
        var id = ParticipantId.From(request.ParticipantId);
        var training = await gate.FindAnyAsync(request.TrainingId, ct);
        var person = await database.Set<Participant>().SingleOrDefaultAsync(one => one.Id == id, ct);
        if (
            training is null
            || person is null
            || !person.TrainingId.Equals(training.Id)
            || !(gate.Runs(training, Permission.TrainingsRun) || gate.IsSelf(person.EmployeeId))
        )
        {
            return ParticipantErrors.NotFound();
        }
        if (!training.TakesExternalCertificates)
            return ParticipantErrors.CertificateIssuedHere();
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
        var attached = person.AttachCertificate(
            new ExternalCertificate(file.Hash, file.Name, file.ContentType, request.Number)
        );
        return attached.IsSuccess ? new AttachedCertificate(person.Id.Value, file.Name, file.Size) : attached.Error;
    }
}
