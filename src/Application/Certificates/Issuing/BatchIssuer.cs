using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;

namespace Pionir.Application.Certificates.Issuing;

/// <summary>
/// One transaction of a batch: takes the next pending rows, their numbers, and writes certificates, rows and mails
/// together. What is not committed never happened, its numbers included.
/// </summary>
internal sealed class BatchIssuer(
    IDatabase database,
    ICertificateStore store,
    ICertificateCandidates candidates,
    ICertificateSigners signers,
    SnapshotMaker snapshots,
    CertificateDelivery delivery,
    IInstitution institution,
    IAuditLog audit,
    TimeProvider time
) : IApplicationPart
{
    private const int AtOnce = 500;

    /// <returns>Rows dealt with; 0 when the batch is complete or held.</returns>
    public async Task<Result<int>> IssueNextAsync(CertificateBatchId id, Guid by, CancellationToken cancellationToken)
    {
        // The training first, as a request to issue does: results that are corrected meanwhile wait or are seen.
        var source = await database
            .Set<CertificateBatch>()
            .Where(batch => batch.Id == id)
            .Select(batch => batch.SourceId)
            .SingleAsync(cancellationToken);
        await store.LockSourceAsync(source, cancellationToken);
        await store.LockBatchAsync(id, cancellationToken);
        var batch = await database.Set<CertificateBatch>().SingleAsync(batch => batch.Id == id, cancellationToken);
        if (batch.State == CertificateBatchState.Paused)
            return 0;
        var rows = await database
            .Set<CertificateBatchRow>()
            .AsNoTracking()
            .Where(row => row.BatchId == id && row.State == CertificateBatchRowState.Pending)
            .OrderBy(row => row.Position)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            batch.Finish(time.GetUtcNow());
            return 0;
        }
        batch.Start();
        var read = await ReadSceneAsync(batch, rows, cancellationToken);
        if (!read.IsSuccess)
            return read.Error;

        var due = await SiftAsync(batch, rows, read.Value, cancellationToken);
        if (due.Count > 0 && await IssueAsync(batch, due, read.Value, by, cancellationToken) is { } refusal)
            return refusal;
        await store.UpdateRowsAsync(rows, cancellationToken);
        return rows.Count;
    }

    /// <summary>Ends a batch whose rest cannot be issued, and says so at each row; what was issued stays.</summary>
    public async Task<Result> AbandonAsync(CertificateBatchId id, string code, CancellationToken cancellationToken)
    {
        await store.LockBatchAsync(id, cancellationToken);
        var batch = await database.Set<CertificateBatch>().SingleAsync(batch => batch.Id == id, cancellationToken);
        var rows = await database
            .Set<CertificateBatchRow>()
            .AsNoTracking()
            .Where(row => row.BatchId == id && row.State == CertificateBatchRowState.Pending)
            .ToListAsync(cancellationToken);
        rows.ForEach(row => row.Fail(code));
        await store.UpdateRowsAsync(rows, cancellationToken);
        batch.Finish(time.GetUtcNow());
        return Result.Success();
    }

    private async Task<Result<BatchScene>> ReadSceneAsync(
        CertificateBatch batch,
        List<CertificateBatchRow> rows,
        CancellationToken cancellationToken
    )
    {
        var training = await candidates.FindTrainingAsync(batch.SourceId, cancellationToken);
        if (training is null)
            return CertificateBatchErrors.TrainingNotFound();
        if (await signers.OnAsync(batch.IssuedOn, cancellationToken) is not { } signer)
            return CertificateBatchErrors.SignerMissing();
        var asked = rows.ConvertAll(row => row.ParticipantId);
        var people = await candidates.ListAsync(batch.SourceId, asked, cancellationToken);
        var settings = await institution.CurrentAsync(cancellationToken);
        return new BatchScene(
            SnapshotMaker.IssuerOf(settings),
            SnapshotMaker.TrainingOf(training),
            signer,
            settings,
            people.ToDictionary(person => person.ParticipantId)
        );
    }

    /// <summary>Those of the rows that get a certificate now; the others are marked with the reason why not.</summary>
    private async Task<List<(CertificateBatchRow Row, CertificateCandidate Person)>> SiftAsync(
        CertificateBatch batch,
        List<CertificateBatchRow> rows,
        BatchScene scene,
        CancellationToken cancellationToken
    )
    {
        var asked = rows.Select(row => row.ParticipantId).ToList();
        var held = await database
            .Set<Certificate>()
            .AsNoTracking()
            .Where(certificate =>
                certificate.Kind == batch.Kind
                && certificate.SourceId == batch.SourceId
                && certificate.Status == CertificateStatus.Issued
                && asked.Contains(certificate.ParticipantId)
            )
            .ToDictionaryAsync(
                certificate => certificate.ParticipantId,
                certificate => certificate.Id,
                cancellationToken
            );
        var due = new List<(CertificateBatchRow, CertificateCandidate)>();
        foreach (var row in rows)
        {
            if (held.TryGetValue(row.ParticipantId, out var existing))
                row.Skip(existing);
            else if (!scene.People.TryGetValue(row.ParticipantId, out var person) || !person.Passed)
                row.Fail(CertificateBatchErrors.NotPassed().Code);
            else if (snapshots.ProblemOf(person.Name) is { } problem)
                row.Fail(problem.Code);
            else
                due.Add((row, person));
        }
        return due;
    }

    private async Task<Error?> IssueAsync(
        CertificateBatch batch,
        List<(CertificateBatchRow Row, CertificateCandidate Person)> due,
        BatchScene scene,
        Guid by,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var locked = await store.LockSeriesAsync(batch.Kind, batch.UnitId, batch.IssuedOn.Year, cancellationToken);
        if (!locked.IsSuccess)
            return locked.Error;
        var series = locked.Value;
        var range = series.Take(due.Count, batch.IssuedOn, scene.Settings.Terms.CentreShort);
        var issued = new List<Certificate>(due.Count);
        foreach (var (at, (row, person)) in due.Index())
        {
            var link = person.EmployeeId is null && person.Email is not null ? CertificateToken.NewDelivery() : null;
            var certificate = Certificate.Issue(
                new CertificateDraft(
                    CertificateId.New(),
                    batch.Kind,
                    series.Id,
                    range.First + at,
                    batch.SourceId,
                    person.ParticipantId,
                    person.EmployeeId,
                    batch.UnitId,
                    person.Email,
                    link is null ? null : CertificateToken.HashOf(link),
                    batch.TemplateVersion
                ),
                SnapshotMaker.Make(
                    range.Numbers[at],
                    batch.BaseAddress,
                    scene.Issuer,
                    SnapshotMaker.HolderOf(person),
                    scene.Training,
                    scene.Signer,
                    batch.IssuedOn,
                    batch.IssuedAt
                ),
                by,
                now
            );
            row.Issue(certificate.Id);
            issued.Add(certificate);
            delivery.Announce(certificate, link, batch.BaseAddress, scene.Settings);
        }
        await store.AddAsync(issued, cancellationToken);
        audit.Record(
            "IssueCertificates",
            nameof(CertificateBatch),
            batch.Id.Value,
            batch.Title,
            new
            {
                Count = issued.Count,
                First = range.Numbers[0],
                Last = range.Numbers[^1],
            }
        );
        return null;
    }
}
