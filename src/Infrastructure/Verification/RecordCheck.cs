using System.Security.Cryptography;
using Npgsql;
using Pionir.Application.Certificates.Credentials;
using Pionir.Application.Common.Files;
using Pionir.Application.LearningHours.Verification;
using Pionir.Domain.Certificates;
using Pionir.Domain.LearningHours;

namespace Pionir.Infrastructure.Verification;

/// <param name="Faults">What does not fit, the first of them; empty when all is whole.</param>
public sealed record CheckOutcome(long Looked, IReadOnlyList<string> Faults);

/// <summary>
/// Reads again what must never have changed, after a restore or whenever it is doubted: each person's chain of ledger
/// entries up to its head, each certificate against its hash, each credential against its signature, each stored file against its name.
/// </summary>
public sealed class RecordCheck(
    NpgsqlDataSource database,
    ILedgerChains chains,
    CredentialCheck credentials,
    IFileStore files
)
{
    private const int MostFaults = 50;

    public async Task<CheckOutcome> LedgerAsync(CancellationToken cancellationToken)
    {
        var (looked, faults) = (0L, new List<string>());
        await foreach (var read in chains.ReadAsync(cancellationToken))
        {
            looked += read.Entries;
            faults.AddRange(read.Faults.Take(MostFaults - faults.Count).Select(Sentence));
        }
        return new CheckOutcome(looked, faults);

        static string Sentence(ChainFault fault) =>
            fault.Kind switch
            {
                LedgerFaultKind.Missing =>
                    $"entry {fault.Sequence} of {fault.EmployeeId}: entries before it are missing",
                LedgerFaultKind.OutOfPlace =>
                    $"entry {fault.Sequence} of {fault.EmployeeId}: does not follow the entry before it",
                LedgerFaultKind.Changed => $"entry {fault.Sequence} of {fault.EmployeeId}: its content was changed",
                LedgerFaultKind.YearDiffers =>
                    $"the closed year {fault.Sequence} of {fault.EmployeeId} does not come to what was frozen when it was closed",
                LedgerFaultKind.NotSealed =>
                    $"entry {fault.Sequence} of {fault.EmployeeId}: it was not sealed by this service",
                LedgerFaultKind.Gone =>
                    $"entry {fault.Sequence} of {fault.EmployeeId}: it was posted and is not there any more",
                LedgerFaultKind.EndDiffers =>
                    $"the last entry of {fault.EmployeeId} is not the one that was written last",
                _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, null),
            };
    }

    public Task<CheckOutcome> CertificatesAsync(CancellationToken cancellationToken) =>
        EachAsync(
            "SELECT number, snapshot, template_version, content_hash FROM certificates ORDER BY number",
            reader =>
                Task.FromResult(
                    CertificateSnapshot
                        .HashOf(reader.GetString(1), reader.GetString(2))
                        .AsSpan()
                        .SequenceEqual(reader.GetFieldValue<byte[]>(3))
                        ? null
                        : $"certificate {reader.GetString(0)}: its content was changed"
                ),
            cancellationToken
        );

    public async Task<CheckOutcome> CredentialsAsync(CancellationToken cancellationToken)
    {
        var (looked, faults) = (0L, new List<string>());
        await foreach (var fault in credentials.ReadAsync(cancellationToken))
        {
            looked++;
            if (fault is not null && faults.Count < MostFaults)
                faults.Add(fault);
        }
        return new CheckOutcome(looked, faults);
    }

    public Task<CheckOutcome> FilesAsync(CancellationToken cancellationToken) =>
        EachAsync(
            "SELECT hash FROM stored_files ORDER BY hash",
            reader => FileAsync(reader.GetString(0), cancellationToken),
            cancellationToken
        );

    private async Task<string?> FileAsync(string hash, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await files.OpenAsync(hash, cancellationToken);
            var found = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
            return found == hash ? null : $"file {hash}: its content was changed";
        }
        catch (IOException)
        {
            return $"file {hash}: missing";
        }
    }

    private async Task<CheckOutcome> EachAsync(
        string sql,
        Func<NpgsqlDataReader, Task<string?>> judge,
        CancellationToken cancellationToken
    )
    {
        var faults = new List<string>();
        var looked = 0L;
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            looked++;
            if (await judge(reader) is { } fault && faults.Count < MostFaults)
            {
                faults.Add(fault);
            }
        }
        return new CheckOutcome(looked, faults);
    }
}
