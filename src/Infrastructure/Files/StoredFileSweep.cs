using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;

namespace Pionir.Infrastructure.Files;

/// <summary>
/// Takes away what nothing points at: contents whose document was removed or whose import is over, uploads cut off
/// halfway, and contents whose transaction was rolled back. A day's grace lets slow uploads finish.
/// </summary>
internal sealed class StoredFileSweep(IDatabase database, TimeProvider time, IOptions<FileStoreOptions> options)
    : IRecurringTask
{
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public static string Cron => "0 40 3 * * ?";

    /// <summary>
    /// Every place that holds a content's hash. Logos of former settings stay: certificates issued under them are printed
    /// with them for ever.
    /// </summary>
    private const string Unused = """
        DELETE FROM stored_files f
        WHERE f.stored_at < {0}
          AND NOT EXISTS (SELECT FROM training_documents d WHERE d.file_hash = f.hash)
          AND NOT EXISTS (SELECT FROM participants p WHERE p.certificate_file_hash = f.hash)
          AND NOT EXISTS (SELECT FROM coaching_agreements c WHERE c.contract_file_hash = f.hash)
          AND NOT EXISTS (SELECT FROM imports i WHERE i.file_hash = f.hash AND i.rows_cleared_at IS NULL)
          AND NOT EXISTS (SELECT FROM institution_versions v WHERE v.settings ->> 'logoHash' = f.hash)
        """;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await database.Database.ExecuteSqlRawAsync(Unused, [time.GetUtcNow() - Grace], cancellationToken);
        var root = new DirectoryInfo(Path.GetFullPath(options.Value.Path));
        if (!root.Exists)
            return;
        var before = time.GetUtcNow().UtcDateTime - Grace;
        var old = root.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.LastWriteTimeUtc < before);
        foreach (var batch in old.Chunk(500))
        {
            var hashes = batch.Select(file => file.Name).ToArray();
            var kept = await database
                .Set<StoredFileRow>()
                .Where(row => hashes.Contains(row.Hash))
                .Select(row => row.Hash)
                .ToHashSetAsync(cancellationToken);
            foreach (var file in batch.Where(file => !kept.Contains(file.Name)))
                file.Delete();
        }
    }
}
