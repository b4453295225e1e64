using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Behaviours;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Commands;

/// <summary>
/// Re-issues every certificate of a training that says something else than the training does since its correction.
/// One act: from two windows at once it happens once and the other is told.
/// </summary>
[Requires(Permission.CertificatesRevoke)]
public sealed record ReissueOutdatedCertificates(Guid TrainingId, string Reason)
    : ICommand<CertificatesReissued>,
        IReasoned;

/// <param name="First">First of the new numbers.</param>
/// <param name="Left">One's own, left for somebody else to re-issue.</param>
public sealed record CertificatesReissued(int Count, string First, string Last, int Left);

internal sealed class ReissueOutdatedCertificatesValidator : AbstractValidator<ReissueOutdatedCertificates>
{
    public ReissueOutdatedCertificatesValidator() =>
        RuleFor(command => command.Reason).Reason(Certificate.ReasonMinimum, Certificate.ReasonMaximum);
}

internal sealed class ReissueOutdatedCertificatesHandler(
    IDatabase database,
    IssuingDesk desk,
    ICertificateStore store,
    ReplacementMaker replacements,
    ICurrentUser user,
    IAuditLog audit
) : IRequestHandler<ReissueOutdatedCertificates, Result<CertificatesReissued>>
{
    public async Task<Result<CertificatesReissued>> Handle(
        ReissueOutdatedCertificates request,
        CancellationToken cancellationToken
    )
    {
        var training = await desk.TrainingAsync(request.TrainingId, Permission.CertificatesRevoke, cancellationToken);
        if (!training.IsSuccess)
            return training.Error;
        if (IssuingDesk.Refusal(training.Value) is { } refusal)
            return refusal;
        await store.LockSourceAsync(request.TrainingId, cancellationToken);
        var outdated = await database
            .Set<Certificate>()
            .Where(certificate =>
                certificate.Kind == CertificateKind.Training
                && certificate.SourceId == request.TrainingId
                && certificate.Status == CertificateStatus.Issued
                && certificate.OutdatedSince != null
            )
            .OrderBy(certificate => certificate.Sequence)
            .ToListAsync(cancellationToken);
        if (outdated.Count == 0)
            return CertificateBatchErrors.NothingToReissue();
        var due = outdated.Where(certificate => !CertificateAccess.IsHolder(user, certificate)).ToList();
        if (due.Count == 0)
            return CommonErrors.FourEyes;
        var made = await replacements.RenewAsync(due, request.Reason, cancellationToken);
        if (!made.IsSuccess)
            return made.Error;
        await replacements.KeepAsync(made.Value, cancellationToken);
        var (first, last) = (made.Value[0].New, made.Value[^1].New);
        var outcome = new CertificatesReissued(due.Count, first.Number, last.Number, outdated.Count - due.Count);
        audit.Record(nameof(ReissueOutdatedCertificates), "Training", request.TrainingId, first.Title, outcome);
        return outcome;
    }
}
