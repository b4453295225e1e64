using Pionir.Domain.Common;

namespace Pionir.Domain.Certificates.Templates;

/// <summary>A typeface that somebody uploaded, with the ground on which it may be used. Never changed.</summary>
public sealed class CertificateFont : AggregateRoot<CertificateFontId>
{
    public const long BytesMaximum = 5 * 1024 * 1024;
    public const int CountMaximum = 40;
    public const int NameMaximum = 120;
    public const int LicenceMinimum = 10;
    public const int LicenceMaximum = 1000;

    private CertificateFont() { }

    /// <summary>Family and style, as the font names itself.</summary>
    public string Name { get; private init; } = "";

    public string FileHash { get; private init; } = "";
    public long Bytes { get; private init; }
    public int Letters { get; private init; }

    /// <summary>Why the institution may use and embed it.</summary>
    public string Licence { get; private init; } = "";

    public DateTimeOffset UploadedAt { get; private init; }
    public Guid UploadedBy { get; private init; }

    public static Result<CertificateFont> Create(
        FontFacts facts,
        string fileHash,
        string licence,
        Guid by,
        DateTimeOffset now
    )
    {
        if (licence.Trim().Length < LicenceMinimum)
            return CertificateFontErrors.LicenceMissing(LicenceMinimum);
        return new CertificateFont
        {
            Id = CertificateFontId.New(),
            Name = facts.Name.Length > NameMaximum ? facts.Name[..NameMaximum] : facts.Name,
            FileHash = fileHash,
            Bytes = facts.Bytes,
            Letters = facts.Letters,
            Licence = licence.Trim(),
            UploadedAt = now,
            UploadedBy = by,
        };
    }
}

/// <summary>What was read out of a font file.</summary>
/// <param name="Letters">How many letters it can print.</param>
public sealed record FontFacts(string Name, int Letters, long Bytes);

/// <summary>A font that ships with the product.</summary>
/// <param name="Code">What blocks name.</param>
public sealed record ShippedFont(string Code, string Name, string Licence);

public static class ShippedFonts
{
    private const string OpenFont = "SIL Open Font License 1.1";

    public static readonly IReadOnlyList<ShippedFont> All =
    [
        new("eb-garamond", "EB Garamond", OpenFont),
        new("eb-garamond-italic", "EB Garamond Italic", OpenFont),
        new("eb-garamond-bold", "EB Garamond Bold", OpenFont),
        new("noto-sans", "Noto Sans", OpenFont),
        new("noto-sans-bold", "Noto Sans Bold", OpenFont),
    ];
}
