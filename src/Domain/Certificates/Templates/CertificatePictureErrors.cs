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
}
