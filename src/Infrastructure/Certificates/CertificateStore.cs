using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Issuing;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Organization;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Certificates;

/// <inheritdoc cref="ICertificateStore"/>
internal sealed class CertificateStore(PionirDbContext context, SeriesFinder finder) : ICertificateStore
{
    public Task<Result<NumberSeries>> LockSeriesAsync(
        CertificateKind kind,
        UnitId unit,
        int year,
        CancellationToken cancellationToken
    ) => finder.LockAsync(kind, unit, year, cancellationToken);

    public Task<NumberSeries> LockSeriesAsync(NumberSeriesId id, CancellationToken cancellationToken) =>
        finder.LockAsync(id, cancellationToken);

    public Task LockSourceAsync(Guid sourceId, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock(hashtextextended({sourceId.ToString()}, 7341))",
            cancellationToken
        );

    public async Task LockBatchAsync(CertificateBatchId batch, CancellationToken cancellationToken)
    {
        // What was noted before the lock and not yet saved would be lost without a word.
        if (context.ChangeTracker.HasChanges())
            throw new InvalidOperationException("A batch is locked before anything is changed.");
        // A long job sees here what others changed meanwhile, instead of what it read a transaction ago.
        context.ChangeTracker.Clear();
        await context.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM certificate_batches WHERE id = {batch.Value} FOR UPDATE",
            cancellationToken
        );
    }

    public Task AddRowsAsync(IReadOnlyList<CertificateBatchRow> rows, CancellationToken cancellationToken) =>
        ManyRows.CopyAsync(context, rows, cancellationToken);

    public Task AddAsync(IReadOnlyList<Certificate> certificates, CancellationToken cancellationToken) =>
        ManyRows.CopyAsync(context, certificates, cancellationToken);

    public Task UpdateRowsAsync(IReadOnlyList<CertificateBatchRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return Task.CompletedTask;
        var batch = rows[0].BatchId.Value;
        var positions = rows.Select(row => row.Position).ToArray();
        var states = rows.Select(row => row.State.ToString()).ToArray();
        var certificates = rows.Select(row => row.CertificateId?.Value).ToArray();
        var errors = rows.Select(row => row.ErrorCode).ToArray();
        return context.Database.ExecuteSqlAsync(
            $"""
            UPDATE certificate_batch_rows r SET state = n.state, certificate_id = n.certificate_id, error_code = n.error_code
            FROM unnest({positions}, {states}, {certificates}, {errors}) AS n (position, state, certificate_id, error_code)
            WHERE r.batch_id = {batch} AND r.position = n.position
            """,
            cancellationToken
        );
    }

    public Task FollowAsync(IReadOnlyList<Certificate> replacements, CancellationToken cancellationToken)
    {
        var ids = replacements.Select(certificate => certificate.Id.Value).ToArray();
        return context.Database.ExecuteSqlAsync(
            $"""
            UPDATE certificate_batch_rows r SET certificate_id = c.id, name = c.holder_name
            FROM certificates c WHERE c.id = ANY ({ids}) AND r.certificate_id = c.replaces
            """,
            cancellationToken
        );
    }
}
