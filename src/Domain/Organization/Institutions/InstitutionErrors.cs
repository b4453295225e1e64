using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.Institutions;

public static class InstitutionErrors
{
    public static Error Missing(string field) => Error.Invalid("institution.missing", field);

    public static Error TooLong(string field, int maximum) =>
        Error.Invalid("institution.too_long", field, ("maximum", maximum));

    public static Error OutOfRange(string field, int value, int minimum, int maximum) =>
        Error.Invalid("institution.out_of_range", field, ("value", value), ("minimum", minimum), ("maximum", maximum));

    public static Error CodeInvalid(string field, string code) =>
        Error.Invalid("institution.code_invalid", field, ("code", code));

    public static Error IdentityKindMissing() => Error.Invalid("institution.identity_kind_missing", "identityKinds");

    public static Error IdentityKindTwice(string field, string code) =>
        Error.Invalid("institution.identity_kind_twice", field, ("code", code));

    public static Error PatternUnreadable(string field, string pattern) =>
        Error.Invalid("institution.pattern_unreadable", field, ("pattern", pattern));

    public static Error GroupingInvalid(string field, string grouping) =>
        Error.Invalid("institution.grouping_invalid", field, ("grouping", grouping));

    public static Error PatternBraces(string field, string pattern) =>
        Error.Invalid("institution.pattern_braces", field, ("pattern", pattern));

    public static Error PatternFieldUnknown(string field, string name, IReadOnlyList<string> known) =>
        Error.Invalid("institution.pattern_field_unknown", field, ("name", name), ("known", string.Join(", ", known)));

    public static Error PatternWithoutSequence(string field, string pattern) =>
        Error.Invalid("institution.pattern_without_sequence", field, ("pattern", pattern));

    public static Error MailAddressInvalid(string field, string value) =>
        Error.Invalid("institution.mail_address_invalid", field, ("value", value));

    public static Error RoleUnknown(string field, string role) =>
        Error.Invalid("institution.role_unknown", field, ("role", role));

    public static Error EffectiveInPast(DateOnly from, DateOnly today) =>
        Error.Invalid("institution.effective_in_past", "effectiveFrom", ("from", from), ("today", today));

    public static Error Stale(int current) =>
        Error.Of(ErrorKind.PreconditionFailed, "institution.stale", ("current", current));

    public static Error VersionNotFound(int number) =>
        Error.NotFound("institution.version_not_found", ("number", number));

    public static Error AlreadyInForce(int number) => Error.Rule("institution.already_in_force", ("number", number));

    public static Error LogoNotFound() => Error.NotFound("institution.logo_not_found");
}
