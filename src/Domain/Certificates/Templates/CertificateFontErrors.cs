using Pionir.Domain.Common;

namespace Pionir.Domain.Certificates.Templates;

/// <summary>Why a font is not taken.</summary>
public static class CertificateFontErrors
{
    private const string File = "file";

    public static Error LicenceMissing(int minimum) =>
        Error.Invalid("certificate_font.licence_missing", "licence", ("minimum", minimum));

    public static Error AlreadyThere() => Error.Conflict("certificate_font.already_there");

    public static Error TooMany(int most) => Error.Rule("certificate_font.too_many", ("most", most));

    public static Error Damaged(string part) => Error.Invalid("certificate_font.damaged", File, ("part", part));

    public static Error Collection() => Error.Invalid("certificate_font.collection", File);

    public static Error WebFont() => Error.Invalid("certificate_font.web_font", File);

    /// <summary>OpenType whose PostScript outlines (CFF) cannot be read: damaged, CFF2, or commands long given up.</summary>
    public static Error PostScript() => Error.Invalid("certificate_font.postscript", File);

    /// <summary>OS/2 fsType: restricted licence, bitmaps only, or no subsetting.</summary>
    public static Error NotEmbeddable() => Error.Invalid("certificate_font.not_embeddable", File);

    public static Error NoLetters() => Error.Invalid("certificate_font.no_letters", File);

    public static Error Variable() => Error.Invalid("certificate_font.variable", File);
}
