using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Files;

/// <summary>
/// Receives an upload under a temporary name, checks it, and keeps it under its hash when all is well; the same content
/// from two people at once is one file.
/// </summary>
internal sealed class FileStore(
    IDatabase database,
    IContentStore contents,
    IVirusScanner scanner,
    TimeProvider time,
    IOptions<FileStoreOptions> options
) : IFileStore
{
    private const int BufferSize = 64 * 1024;

    public async Task<Result<StoredFile>> SaveAsync(
        Stream content,
        string fileName,
        FileRules rules,
        CancellationToken cancellationToken
    )
    {
        var name = FileNames.Clean(fileName);
        var path = Path.Combine(
            Directory.CreateDirectory(IncomingOf(options.Value)).FullName,
            Guid.CreateVersion7().ToString("N")
        );
        try
        {
            await using var file = new FileStream(
                path,
                FileMode.CreateNew,
                FileAccess.ReadWrite,
                FileShare.None,
                BufferSize,
                FileOptions.Asynchronous
            );
            var hash = await ReceiveAsync(content, file, rules.MaximumBytes, cancellationToken);
            if (hash is null)
                return FileErrors.TooLarge(name, rules.MaximumBytes);
            if (file.Length == 0)
                return FileErrors.Empty(name);
            var found = ContentSniffer.Find(file, FileNames.Promised(name));
            if (Refusal(found, name, rules) is { } refusal)
                return refusal;
            if (await ScanAsync(file, name, cancellationToken) is { } unsafeContent)
                return unsafeContent;

            var stored = new StoredFile(hash, name, found.ContentType, file.Length);
            file.Flush(flushToDisk: true);
            await file.DisposeAsync();
            await contents.PlaceAsync(path, stored, cancellationToken);
            await RegisterAsync(stored, cancellationToken);
            return stored;
        }
        finally
        {
            File.Delete(path);
        }
    }

    public Task<Stream> OpenAsync(string hash, CancellationToken cancellationToken) =>
        contents.OpenAsync(hash, cancellationToken);

    /// <summary>Null when there is more than the maximum; the rest is then not read.</summary>
    private static async Task<string?> ReceiveAsync(
        Stream content,
        FileStream file,
        long maximum,
        CancellationToken cancellationToken
    )
    {
        // A command that lost a race is run again with the same upload.
        if (content.CanSeek)
            content.Position = 0;
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        var received = 0L;
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            received += read;
            if (received > maximum)
                return null;
            sha.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        await file.FlushAsync(cancellationToken);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    private static Error? Refusal(FoundContent found, string name, FileRules rules)
    {
        var promised = FileNames.Promised(name);
        return found.Defect switch
        {
            Defect.Encrypted => FileErrors.Encrypted(name),
            Defect.Bomb => FileErrors.ArchiveBomb(name),
            Defect.Macros => FileErrors.Macros(name),
            Defect.Damaged => FileErrors.Damaged(name),
            Defect.Unknown when promised != FileKinds.None => FileErrors.Disguised(name),
            Defect.Unknown => FileErrors.KindNotAllowed(name, rules.Kinds),
            _ when promised != FileKinds.None && promised != found.Kind => FileErrors.Disguised(name),
            _ when !rules.Kinds.HasFlag(found.Kind) => FileErrors.KindNotAllowed(name, rules.Kinds),
            _ => null,
        };
    }

    private async Task<Error?> ScanAsync(FileStream file, string name, CancellationToken cancellationToken)
    {
        file.Position = 0;
        return await scanner.ScanAsync(file, cancellationToken) switch
        {
            ScanVerdict.Infected => FileErrors.Infected(name),
            ScanVerdict.Unavailable => FileErrors.ScannerUnavailable(),
            _ => null,
        };
    }

    private Task<int> RegisterAsync(StoredFile stored, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO stored_files (hash, content_type, size, stored_at)
            VALUES ({stored.Hash}, {stored.ContentType}, {stored.Size}, {time.GetUtcNow()})
            ON CONFLICT (hash) DO UPDATE SET stored_at = excluded.stored_at
            """,
            cancellationToken
        );

    /// <summary>Uploads on their way; they are checked here before anybody else can see them.</summary>
    public static string IncomingOf(FileStoreOptions options) =>
        Path.Combine(Path.GetFullPath(options.Path), "incoming");
}
