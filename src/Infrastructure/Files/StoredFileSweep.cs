using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;

namespace Pionir.Infrastructure.Files;

/// <summary>
/// Takes away what no command kept: uploads cut off halfway, and contents whose transaction was rolled back.
/// A day's grace lets slow uploads finish.
/// </summary>
internal sealed class StoredFileSweep(IDatabase database, TimeProvider time, IOptions<FileStoreOptions> options)
    : IRecurringTask
{
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public static string Cron => "0 40 3 * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
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
