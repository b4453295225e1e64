using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Certificates.Templates;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Identity;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Commands;

/// <summary>
/// Issues certificates to everyone who passed and has none. A second request while the first is at work joins it.
/// </summary>
/// <param name="IssuedOn">Date on the certificate: from the end of the training to today; null is today.</param>
/// <param name="Place">City before the date; null takes it from the institution's address.</param>
[Requires(Permission.CertificatesIssue)]
public sealed record IssueCertificates(Guid TrainingId, DateOnly? IssuedOn, string? Place)
    : ICommand<CertificatesAccepted>;

/// <param name="BatchId">The batch: <c>/api/v1/certificate-batches/{batchId}</c>.</param>
/// <param name="JobId">The job that does the work.</param>
/// <param name="Total">People in the batch.</param>
/// <param name="Joined">True when a batch of this training was at work already.</param>
public sealed record CertificatesAccepted(Guid BatchId, Guid JobId, int Total, bool Joined);

internal sealed class IssueCertificatesValidator : AbstractValidator<IssueCertificates>
{
    public IssueCertificatesValidator() =>
        RuleFor(command => command.Place).MaximumLength(CertificateBatch.PlaceMaximum);
}

internal sealed class IssueCertificatesHandler(
    IDatabase database,
    ICurrentUser user,
    IssuingDesk desk,
    ICertificateStore store,
    ICertificateSigners signers,
    TemplateFinder templates,
    IPublicAddress address,
    IJobQueue jobs,
    IAuditLog audit,
    TimeProvider time
) : IRequestHandler<IssueCertificates, Result<CertificatesAccepted>>
{
    public async Task<Result<CertificatesAccepted>> Handle(
        IssueCertificates request,
        CancellationToken cancellationToken
    )
    {
        var found = await desk.TrainingAsync(request.TrainingId, Permission.CertificatesIssue, cancellationToken);
        if (!found.IsSuccess)
            return found.Error;
        var training = found.Value;
        if (IssuingDesk.Refusal(training) is { } refusal)
            return refusal;
        await store.LockSourceAsync(training.Id, cancellationToken);
        var running = await database
            .Set<CertificateBatch>()
            .FirstOrDefaultAsync(
                batch => batch.SourceId == training.Id && batch.State != CertificateBatchState.Completed,
                cancellationToken
            );
        if (running is not null)
            return await JoinAsync(running, cancellationToken);

        var date = await desk.DateAsync(training, request.IssuedOn, cancellationToken);
        if (!date.IsSuccess)
            return date.Error;
        if (await signers.OnAsync(date.Value, cancellationToken) is null)
            return CertificateBatchErrors.SignerMissing();
        var due = (await desk.RowsAsync(training.Id, cancellationToken))
            .Where(row => row.State is IssuingState.WillIssue or IssuingState.Problem)
            .ToList();
        if (due.Count == 0)
            return CertificateBatchErrors.NothingToIssue();
        return await RequestAsync(
            training,
            date.Value,
            await desk.PlaceAsync(request.Place, cancellationToken),
            due,
            cancellationToken
        );
    }

    /// <summary>A job that gave up after several crashes is started again; the batch goes on where it stopped.</summary>
    private async Task<CertificatesAccepted> JoinAsync(CertificateBatch batch, CancellationToken cancellationToken)
    {
        var atWork =
            batch.State == CertificateBatchState.Paused
            || await database.Set<Job>().UnderWay().AnyAsync(job => job.Id == batch.JobId, cancellationToken);
        if (!atWork)
            batch.RunBy(jobs.Enqueue(new IssueCertificatesJob(batch.Id.Value), batch.Title));
        return new CertificatesAccepted(batch.Id.Value, batch.JobId, batch.Total, Joined: true);
    }

    private async Task<CertificatesAccepted> RequestAsync(
        CertifiableTraining training,
        DateOnly issuedOn,
        string place,
        List<IssuingRow> due,
        CancellationToken cancellationToken
    )
    {
        var batch = CertificateBatch.Request(
            CertificateKind.Training,
            training.Id,
            training.Unit,
            SnapshotMaker.Clean(training.Name),
            issuedOn,
            place,
            address.Of("/").ToString(),
            await templates.ServingAsync(CertificateKind.Training, training.Scheme, training.Unit, cancellationToken),
            due.Count,
            user.UserId,
            time.GetUtcNow()
        );
        var job = jobs.Enqueue(new IssueCertificatesJob(batch.Id.Value), batch.Title);
        batch.RunBy(job);
        database.Set<CertificateBatch>().Add(batch);
        await database.SaveChangesAsync(cancellationToken);
        await store.AddRowsAsync(
            [
                .. due.Select(
                    (row, at) =>
                        CertificateBatchRow.Pending(batch.Id, at + 1, row.Person.ParticipantId, row.Person.Name)
                ),
            ],
            cancellationToken
        );
        audit.Record(
            nameof(IssueCertificates),
            nameof(CertificateBatch),
            batch.Id.Value,
            batch.Title,
            new { batch.Total, batch.IssuedOn }
        );
        return new CertificatesAccepted(batch.Id.Value, job, batch.Total, Joined: false);
    }
}
