using Pionir.Domain.Common;

namespace Pionir.Application.Common.Files;

/// <summary>Stored once by content (SHA-256); reached only through an object that the user may see.</summary>
public interface IFileStore
{
    /// <summary>Checks size and real content against the rules, then keeps it.</summary>
    Task<Result<StoredFile>> SaveAsync(
        Stream content,
        string fileName,
        FileRules rules,
        CancellationToken cancellationToken
    );

    Task<Stream> OpenAsync(string hash, CancellationToken cancellationToken);
}

/// <param name="Hash">SHA-256 in lower-case hex: the address of the content.</param>
/// <param name="Name">As the user named it, cleaned of path parts and control characters.</param>
/// <param name="ContentType">As found in the content.</param>
public sealed record StoredFile(string Hash, string Name, string ContentType, long Size);

[Flags]
public enum FileKinds
{
    None = 0,
    Pdf = 1,
    Jpeg = 2,
    Png = 4,
    Docx = 8,
    Xlsx = 16,
    Csv = 32,
    Json = 64,

    /// <summary>TrueType or OpenType.</summary>
    Font = 128,
    Evidence = Pdf | Jpeg | Png | Docx,
    Table = Xlsx | Csv,
}

public sealed record FileRules(FileKinds Kinds, long MaximumBytes);
