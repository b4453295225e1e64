using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Pionir.Application.Certificates.Issuing;
using Pionir.Domain.Certificates;
using Pionir.Domain.Organization;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Certificates;

/// <inheritdoc cref="ICertificateStore"/>
internal sealed class CertificateStore(PionirDbContext context, SeriesFinder finder) : ICertificateStore
{
    private const string CopyCertificates = """
        COPY certificates (id, kind, number, series_id, sequence, source_id, participant_id, employee_id, unit_id,
            holder_name, holder_key, holder_email, title, jp, issued_on, issued_at, issued_by, token, delivery_hash,
            snapshot, template_version, content_hash, status, edition) FROM STDIN (FORMAT BINARY)
        """;

    private NpgsqlConnection Connection => (NpgsqlConnection)context.Database.GetDbConnection();

    public Task<NumberSeries> LockSeriesAsync(
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
        // A long job sees here what others changed meanwhile, instead of what it read a transaction ago.
        context.ChangeTracker.Clear();
        await context.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM certificate_batches WHERE id = {batch.Value} FOR UPDATE",
            cancellationToken
        );
    }

    public async Task AddRowsAsync(IReadOnlyList<CertificateBatchRow> rows, CancellationToken cancellationToken)
    {
        await using var copy = await Connection.BeginBinaryImportAsync(
            "COPY certificate_batch_rows (batch_id, position, participant_id, name, state) FROM STDIN (FORMAT BINARY)",
            cancellationToken
        );
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(row.BatchId.Value, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(row.Position, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(row.ParticipantId, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(row.Name, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(row.State.ToString(), NpgsqlDbType.Text, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    public async Task AddAsync(IReadOnlyList<Certificate> certificates, CancellationToken cancellationToken)
    {
        await using var copy = await Connection.BeginBinaryImportAsync(CopyCertificates, cancellationToken);
        foreach (var certificate in certificates)
            await WriteAsync(copy, certificate, cancellationToken);
        await copy.CompleteAsync(cancellationToken);
    }

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

    private static async Task WriteAsync(
        NpgsqlBinaryImporter copy,
        Certificate certificate,
        CancellationToken cancellationToken
    )
    {
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(certificate.Id.Value, NpgsqlDbType.Uuid, cancellationToken);
        await TextAsync(certificate.Kind.ToString());
        await TextAsync(certificate.Number);
        await copy.WriteAsync(certificate.SeriesId.Value, NpgsqlDbType.Uuid, cancellationToken);
        await copy.WriteAsync(certificate.Sequence, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(certificate.SourceId, NpgsqlDbType.Uuid, cancellationToken);
        await copy.WriteAsync(certificate.ParticipantId, NpgsqlDbType.Uuid, cancellationToken);
        if (certificate.EmployeeId is { } employee)
            await copy.WriteAsync(employee.Value, NpgsqlDbType.Uuid, cancellationToken);
        else
            await copy.WriteNullAsync(cancellationToken);
        await copy.WriteAsync(certificate.UnitId.Value, NpgsqlDbType.Uuid, cancellationToken);
        await TextAsync(certificate.HolderName);
        await TextAsync(certificate.HolderKey);
        await TextAsync(certificate.HolderEmail);
        await TextAsync(certificate.Title);
        await copy.WriteAsync(certificate.Jp, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(certificate.IssuedOn, NpgsqlDbType.Date, cancellationToken);
        await copy.WriteAsync(certificate.IssuedAt.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancellationToken);
        await copy.WriteAsync(certificate.IssuedBy, NpgsqlDbType.Uuid, cancellationToken);
        await TextAsync(certificate.Token);
        if (certificate.DeliveryHash is { } hash)
            await copy.WriteAsync(hash, NpgsqlDbType.Bytea, cancellationToken);
        else
            await copy.WriteNullAsync(cancellationToken);
        await TextAsync(certificate.Snapshot);
        await TextAsync(certificate.TemplateVersion);
        await copy.WriteAsync(certificate.ContentHash, NpgsqlDbType.Bytea, cancellationToken);
        await TextAsync(certificate.Status.ToString());
        await copy.WriteAsync(certificate.Edition, NpgsqlDbType.Integer, cancellationToken);

        Task TextAsync(string? text) =>
            text is null
                ? copy.WriteNullAsync(cancellationToken)
                : copy.WriteAsync(text, NpgsqlDbType.Text, cancellationToken);
    }
}
