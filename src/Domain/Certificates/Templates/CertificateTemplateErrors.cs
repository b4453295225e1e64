using Pionir.Domain.Common;

namespace Pionir.Domain.Certificates.Templates;

public static class CertificateTemplateErrors
{
    public static Error NotFound() => Error.NotFound("certificate_template.not_found");

    public static Error VersionNotFound() => Error.NotFound("certificate_template.version_not_found");

    public static Error NameMissing() => Error.Invalid("certificate_template.name_missing", "name");

    public static Error NameTaken() => Error.Conflict("certificate_template.name_taken");

    public static Error DocumentInvalid(string part) =>
        Error.Invalid("certificate_template.document_invalid", "document", ("part", part));

    public static Error TooManyBlocks(int most) =>
        Error.Invalid("certificate_template.too_many_blocks", "document", ("most", most));

    public static Error HasProblems(int count) => Error.Rule("certificate_template.has_problems", ("count", count));

    public static Error Unchanged(int number) => Error.Rule("certificate_template.unchanged", ("number", number));

    public static Error Archived() => Error.Rule("certificate_template.archived");

    public static Error InUse() => Error.Rule("certificate_template.in_use");

    public static Error NotPublished() => Error.Rule("certificate_template.not_published");

    public static Error UnitNotFound() => Error.Invalid("certificate_template.unit_not_found", "unitId");

    public static Error AssignmentNotFound() => Error.NotFound("certificate_template.assignment_not_found");

    public static Error AssignmentChanged() => Error.Conflict("certificate_template.assignment_changed");
}
