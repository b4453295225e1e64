using Pionir.Domain.Common;

namespace Pionir.Domain.Certificates;

public static class CertificateErrors
{
    public static Error NotFound() => Error.NotFound("certificate.not_found");

    /// <summary>Same answer for a wrong number and a wrong name, so that numbers cannot be harvested.</summary>
    public static Error NotVerified() => Error.NotFound("certificate.not_verified");

    public static Error LinkInvalid() => Error.NotFound("certificate.link_invalid");

    public static Error NotInForce(string number, CertificateStatus status) =>
        Error.Conflict(
            status == CertificateStatus.Revoked ? "certificate.already_revoked" : "certificate.already_replaced",
            ("number", number)
        );

    public static Error ReasonTooShort(int minimum) =>
        Error.Invalid("certificate.reason_too_short", "reason", ("minimum", minimum));

    public static Error NameMissing() => Error.Invalid("certificate.name_missing", "name");

    public static Error NameUnchanged() => Error.Rule("certificate.name_unchanged");

    public static Error GlyphsMissing(string letters) =>
        Error.Invalid("certificate.glyphs_missing", "name", ("letters", letters));

    public static Error NoMail() => Error.Rule("certificate.no_mail");

    public static Error AlreadyIssued() => Error.Conflict("certificate.already_issued");

    /// <summary>The certificate ended, so that its credential is not signed again with today's key.</summary>
    public static Error CredentialKeyWithdrawn(string number) =>
        Error.Conflict("certificate.credential_key_withdrawn", ("number", number));

    /// <summary>What was signed for machines cannot be written again as it was signed.</summary>
    public static Error CredentialDiffers(string number) =>
        Error.Conflict("certificate.credential_differs", ("number", number));

    public static Error StatusListUnknown() => Error.NotFound("certificate.status_list_unknown");

    public static Error NotIntact(string number) => Error.Conflict("certificate.not_intact", ("number", number));
}
