using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;

namespace Pionir.Infrastructure.Files;

/// <summary>
/// Takes away what nothing points at: contents whose document was removed or whose import is over, uploads cut off
/// halfway, and contents whose transaction was rolled back. A day's grace lets slow uploads finish.
/// </summary>
internal sealed class StoredFileSweep(
    IDatabase database,
    IContentStore contents,
    TimeProvider time,
    IOptions<FileStoreOptions> options
) : IRecurringTask
{
    private const int BatchSize = 500;
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public static string Cron => "0 40 3 * * ?";

    /// <summary>Every column that holds a content's hash is named so, or refers to it: nobody has to remember the sweep.</summary>
    private const string Places = """
        SELECT format('NOT EXISTS (SELECT FROM %s WHERE %I = f.hash)', a.attrelid::regclass, a.attname) AS "Value"
        FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid
        WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND t.relname <> 'imports'
          AND a.atttypid = 'text'::regtype AND NOT a.attisdropped
          AND (a.attname LIKE '%file_hash' OR EXISTS (
              SELECT FROM pg_constraint c
              WHERE c.confrelid = 'stored_files'::regclass AND c.conrelid = a.attrelid AND a.attnum = ANY (c.conkey)))
        """;

    /// <summary>
    /// Files of imports go with their rows. Logos of former settings stay: certificates issued under them are printed with
    /// them for ever.
    /// </summary>
    private const string Unused = """
        DELETE FROM stored_files f
        WHERE f.stored_at < {0}
          AND NOT EXISTS (SELECT FROM imports WHERE file_hash = f.hash AND rows_cleared_at IS NULL)
          AND NOT EXISTS (SELECT FROM institution_versions WHERE settings ->> 'logoHash' = f.hash)
        """;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Grace;
        var places = await database.Database.SqlQueryRaw<string>(Places).ToListAsync(cancellationToken);
        await database.Database.ExecuteSqlRawAsync(
            string.Join(" AND ", places.Prepend(Unused)),
            [before],
            cancellationToken
        );
        var incoming = new DirectoryInfo(FileStore.IncomingOf(options.Value));
        if (incoming.Exists)
        {
            foreach (var upload in incoming.EnumerateFiles().Where(file => file.LastWriteTimeUtc < before.UtcDateTime))
                upload.Delete();
        }
        await foreach (var batch in contents.SinceBeforeAsync(before, cancellationToken).Chunk(BatchSize))
        {
            var kept = await database
                .Set<StoredFileRow>()
                .Where(row => batch.Contains(row.Hash))
                .Select(row => row.Hash)
                .ToHashSetAsync(cancellationToken);
            foreach (var hash in batch.Where(hash => !kept.Contains(hash)))
                await contents.DeleteAsync(hash, cancellationToken);
        }
    }
}
