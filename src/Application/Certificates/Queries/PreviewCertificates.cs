using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Certificates.Reviewing;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>What issuing would do: who gets a certificate, who not and why, who signs.</summary>
[Requires(Permission.CertificatesRead, Permission.CertificatesIssue)]
public sealed record PreviewCertificates(Guid TrainingId) : IQuery<CertificatesPreview>;

/// <param name="Refusal">Why nothing can be issued now; an error code.</param>
/// <param name="WillIssue">Certificates that issuing would make.</param>
/// <param name="Signer">Name and office of who signs today; null when nobody may.</param>
/// <param name="Place">City named before the date.</param>
/// <param name="FirstDate">Earliest date of issue.</param>
/// <param name="RunningBatchId">A batch of this training that is still running.</param>
/// <param name="Outdated">Certificates to be re-issued since the training was corrected.</param>
/// <param name="OutdatedFacts">What they say otherwise than the training does now.</param>
/// <param name="CanReissue">Whether the reader may re-issue them.</param>
/// <param name="CanIssue">Whether the reader may issue and there is something to issue.</param>
public sealed record CertificatesPreview(
    Guid TrainingId,
    string TrainingName,
    string? Refusal,
    int WillIssue,
    int AlreadyIssued,
    int Outdated,
    IReadOnlyList<PrintedFact> OutdatedFacts,
    int NotPassed,
    int Problems,
    string? Signer,
    string Place,
    DateOnly FirstDate,
    DateOnly Today,
    Guid? RunningBatchId,
    bool CanIssue,
    bool CanReissue,
    IReadOnlyList<PreviewRow> Rows
);

/// <param name="Number">Of the certificate already held.</param>
/// <param name="ProblemCode">Why the name cannot be printed; an error code.</param>
public sealed record PreviewRow(
    Guid ParticipantId,
    string Name,
    string? IdentityNumber,
    string Affiliation,
    IssuingState State,
    Guid? CertificateId,
    string? Number,
    string? ProblemCode
);

internal sealed class PreviewCertificatesHandler(
    IDatabase database,
    ICurrentUser user,
    IssuingDesk desk,
    ICertificateSigners signers,
    HeldCertificates held
) : IRequestHandler<PreviewCertificates, Result<CertificatesPreview>>
{
    public async Task<Result<CertificatesPreview>> Handle(
        PreviewCertificates request,
        CancellationToken cancellationToken
    )
    {
        var permission = user.Has(Permission.CertificatesRead)
            ? Permission.CertificatesRead
            : Permission.CertificatesIssue;
        var found = await desk.TrainingAsync(request.TrainingId, permission, cancellationToken);
        if (!found.IsSuccess)
            return found.Error;
        var training = found.Value;
        var rows = await desk.RowsAsync(training.Id, cancellationToken);
        var today = (await desk.DateAsync(training, null, cancellationToken)).Value;
        var signer = await signers.OnAsync(today, cancellationToken);
        var running = await database
            .Set<CertificateBatch>()
            .AsNoTracking()
            .Where(batch => batch.SourceId == training.Id && batch.State != CertificateBatchState.Completed)
            .Select(batch => (CertificateBatchId?)batch.Id)
            .FirstOrDefaultAsync(cancellationToken);
        var willIssue = Count(IssuingState.WillIssue);
        var refusal = IssuingDesk.Refusal(training) ?? (signer is null ? CertificateBatchErrors.SignerMissing() : null);
        return new CertificatesPreview(
            training.Id,
            training.Name,
            refusal?.Code,
            willIssue,
            Count(IssuingState.AlreadyIssued),
            Count(IssuingState.Outdated),
            Count(IssuingState.Outdated) > 0 ? await FactsAsync(training, cancellationToken) : [],
            Count(IssuingState.NotPassed),
            Count(IssuingState.Problem),
            signer is null ? null : $"{signer.Name}, {$"{signer.Capacity} {signer.Title}".Trim()}",
            await desk.PlaceAsync(null, cancellationToken),
            training.EndsOn < today ? training.EndsOn : today,
            today,
            running?.Value,
            refusal is null && willIssue > 0 && user.ScopeOf(Permission.CertificatesIssue).Contains(training.Unit),
            refusal is null
                && Count(IssuingState.Outdated) > 0
                && user.ScopeOf(Permission.CertificatesRevoke).Contains(training.Unit),
            [
                .. rows.Select(row => new PreviewRow(
                    row.Person.ParticipantId,
                    row.Person.Name,
                    row.Person.IdentityNumber,
                    row.Person.Affiliation,
                    row.State,
                    row.CertificateId,
                    row.Number,
                    row.ProblemCode
                )),
            ]
        );

        int Count(IssuingState state) => rows.Count(row => row.State == state);
    }

    private async Task<IReadOnlyList<PrintedFact>> FactsAsync(
        CertifiableTraining training,
        CancellationToken cancellationToken
    )
    {
        var says = SnapshotMaker.TrainingOf(training);
        var groups = await held.ReadAsync(training.Id, cancellationToken);
        return [.. groups.SelectMany(group => group.Training.DifferencesFrom(says)).Distinct().Order()];
    }
}
