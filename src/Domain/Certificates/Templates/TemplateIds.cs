using Pionir.Domain.Common;

namespace Pionir.Domain.Certificates.Templates;

public readonly record struct CertificateTemplateId(Guid Value) : ITypedId<CertificateTemplateId>
{
    public static CertificateTemplateId From(Guid value) => new(value);

    public static CertificateTemplateId New() => new(Guid.CreateVersion7());
}

public readonly record struct TemplateVersionId(Guid Value) : ITypedId<TemplateVersionId>
{
    public static TemplateVersionId From(Guid value) => new(value);

    public static TemplateVersionId New() => new(Guid.CreateVersion7());
}

public readonly record struct TemplateAssignmentId(Guid Value) : ITypedId<TemplateAssignmentId>
{
    public static TemplateAssignmentId From(Guid value) => new(value);

    public static TemplateAssignmentId New() => new(Guid.CreateVersion7());
}

public readonly record struct CertificateFontId(Guid Value) : ITypedId<CertificateFontId>
{
    public static CertificateFontId From(Guid value) => new(value);

    public static CertificateFontId New() => new(Guid.CreateVersion7());
}

public readonly record struct CertificatePictureId(Guid Value) : ITypedId<CertificatePictureId>
{
    public static CertificatePictureId From(Guid value) => new(value);

    public static CertificatePictureId New() => new(Guid.CreateVersion7());
}
