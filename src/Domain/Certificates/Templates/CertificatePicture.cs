using Pionir.Domain.Common;

namespace Pionir.Domain.Certificates.Templates;

/// <summary>A picture for templates: background, emblem, signature. Never changed, so that published versions hold.</summary>
public sealed class CertificatePicture : AggregateRoot<CertificatePictureId>
{
    public const long BytesMaximum = 8 * 1024 * 1024;
    public const int PixelsMaximum = 20_000_000;
    public const int CountMaximum = 200;

    /// <summary>Of a page of a PDF.</summary>
    public const string PageType = "application/pdf";

    private CertificatePicture() { }

    public string Name { get; private init; } = "";
    public string FileHash { get; private init; } = "";
    public string ContentType { get; private init; } = "";
    public long Bytes { get; private init; }
    public int Width { get; private init; }
    public int Height { get; private init; }
    public DateTimeOffset UploadedAt { get; private init; }
    public Guid UploadedBy { get; private init; }

    public static CertificatePicture Create(
        string name,
        string fileHash,
        string contentType,
        PictureFacts facts,
        Guid by,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = CertificatePictureId.New(),
            Name = name,
            FileHash = fileHash,
            ContentType = contentType,
            Bytes = facts.Bytes,
            Width = facts.Width,
            Height = facts.Height,
            UploadedAt = now,
            UploadedBy = by,
        };
}

/// <summary>What was read out of a picture file; sizes are pixels, and millimetres of a page.</summary>
public sealed record PictureFacts(int Width, int Height, long Bytes);
