using Pionir.Domain.Common;

namespace Pionir.Domain.Certificates.Templates;

/// <summary>Why a picture is not taken.</summary>
public static class CertificatePictureErrors
{
    private const string File = "file";

    public static Error NotFound() => Error.NotFound("certificate_picture.not_found");

    public static Error TooMany(int most) => Error.Rule("certificate_picture.too_many", ("most", most));

    public static Error TooManyPixels(int most) =>
        Error.Invalid("certificate_picture.too_many_pixels", File, ("most", most / 1_000_000));

    /// <summary>Interlaced or 16-bit PNG, four-colour JPEG.</summary>
    public static Error KindUnsupported() => Error.Invalid("certificate_picture.kind_unsupported", File);

    public static Error Damaged() => Error.Invalid("certificate_picture.damaged", File);

    /// <summary>A PDF with a password, be it only against changes.</summary>
    public static Error PageLocked() => Error.Invalid("certificate_picture.page_locked", File);

    /// <summary>JavaScript, programs, films: nothing that a background needs.</summary>
    public static Error PageActive() => Error.Invalid("certificate_picture.page_active", File);

    public static Error PageNeeded(int pages) =>
        Error.Invalid("certificate_picture.page_needed", "page", ("pages", pages));

    public static Error PageMissing(int pages) =>
        Error.Invalid("certificate_picture.page_missing", "page", ("pages", pages));

    public static Error PageLayers() => Error.Invalid("certificate_picture.page_layers", File);

    /// <summary>Form fields, stamps, notes.</summary>
    public static Error PageAnnotated() => Error.Invalid("certificate_picture.page_annotated", File);

    public static Error PageFontMissing(string font) =>
        Error.Invalid("certificate_picture.page_font_missing", File, ("font", font));

    /// <summary>Embedded, but coded in a way that archives do not allow.</summary>
    public static Error PageFontUnusable(string font) =>
        Error.Invalid("certificate_picture.page_font_unusable", File, ("font", font));

    /// <summary>A picture inside the page in a form that archives do not allow, such as JPEG 2000.</summary>
    public static Error PagePicture(string form) =>
        Error.Invalid("certificate_picture.page_picture", File, ("form", form));

    /// <summary>Inks of a press that have no sure look on a screen.</summary>
    public static Error PageInks() => Error.Invalid("certificate_picture.page_inks", File);

    public static Error PageTooComplex() => Error.Invalid("certificate_picture.page_too_complex", File);

    public static Error PageSize() => Error.Invalid("certificate_picture.page_size", File);

    public static Error PageUnreadable(string part) =>
        Error.Invalid("certificate_picture.page_unreadable", File, ("part", part));
}
