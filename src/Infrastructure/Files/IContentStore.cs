using Pionir.Application.Common.Files;

namespace Pionir.Infrastructure.Files;

/// <summary>Where checked contents lie under their hash: a folder, or a bucket of an S3 service.</summary>
internal interface IContentStore
{
    /// <summary>Takes over a whole file; keeping the same content again changes nothing.</summary>
    Task PlaceAsync(string path, StoredFile file, CancellationToken cancellationToken);

    /// <returns>Seekable, so that parts can be asked for.</returns>
    /// <exception cref="IOException">There is no such content.</exception>
    Task<Stream> OpenAsync(string hash, CancellationToken cancellationToken);

    /// <summary>Hashes of what has lain there since before that moment.</summary>
    IAsyncEnumerable<string> SinceBeforeAsync(DateTimeOffset moment, CancellationToken cancellationToken);

    Task DeleteAsync(string hash, CancellationToken cancellationToken);

    /// <summary>Throws when contents can neither be kept nor read.</summary>
    Task CheckAsync(CancellationToken cancellationToken);
}

internal static class ContentKey
{
    /// <summary>Two levels of folders: a million files in one folder slow every file system down.</summary>
    public static string Of(string hash)
    {
        if (!IsHash(hash))
            throw new ArgumentException("Not a content hash.", nameof(hash));
        return $"content/{hash[..2]}/{hash[2..4]}/{hash}";
    }

    public static bool IsHash(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
}
