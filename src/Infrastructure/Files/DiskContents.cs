using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Pionir.Application.Common.Files;

namespace Pionir.Infrastructure.Files;

/// <summary>Contents in a folder. Renamed into place when whole, so that a crash leaves nothing that looks complete.</summary>
internal sealed class DiskContents(IOptions<FileStoreOptions> options) : IContentStore
{
    private const int BufferSize = 64 * 1024;

    private string Root => Path.GetFullPath(options.Value.Path);

    public Task PlaceAsync(string path, StoredFile file, CancellationToken cancellationToken)
    {
        var target = PathOf(file.Hash);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(path, target, overwrite: true);
        return Task.CompletedTask;
    }

    public Task<Stream> OpenAsync(string hash, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(
            new FileStream(
                PathOf(hash),
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read | FileShare.Delete,
                BufferSize,
                FileOptions.Asynchronous | FileOptions.SequentialScan
            )
        );

    public async IAsyncEnumerable<string> SinceBeforeAsync(
        DateTimeOffset moment,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask;
        var contents = new DirectoryInfo(Path.Combine(Root, "content"));
        if (!contents.Exists)
            yield break;
        foreach (var file in contents.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.LastWriteTimeUtc < moment.UtcDateTime && ContentKey.IsHash(file.Name))
                yield return file.Name;
        }
    }

    public Task DeleteAsync(string hash, CancellationToken cancellationToken)
    {
        File.Delete(PathOf(hash));
        return Task.CompletedTask;
    }

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Root);
        var probe = Path.Combine(Root, $".probe-{Guid.NewGuid():N}");
        await File.WriteAllTextAsync(probe, "", cancellationToken);
        File.Delete(probe);
    }

    private string PathOf(string hash) => Path.Combine(Root, ContentKey.Of(hash));
}
