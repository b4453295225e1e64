using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;

namespace Pionir.Infrastructure.Files;

/// <summary>
/// Takes away what no command kept: uploads cut off halfway, and contents whose transaction was rolled back.
/// A day's grace lets slow uploads finish.
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

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Grace;
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
