using Pionir.Domain.Common;

namespace Pionir.Domain.Certificates;

public readonly record struct CertificateId(Guid Value) : ITypedId<CertificateId>
{
    public static CertificateId From(Guid value) => new(value);

    public static CertificateId New() => new(Guid.CreateVersion7());
}

public readonly record struct CertificateBatchId(Guid Value) : ITypedId<CertificateBatchId>
{
    public static CertificateBatchId From(Guid value) => new(value);

    public static CertificateBatchId New() => new(Guid.CreateVersion7());
}

public readonly record struct NumberSeriesId(Guid Value) : ITypedId<NumberSeriesId>
{
    public static NumberSeriesId From(Guid value) => new(value);

    public static NumberSeriesId New() => new(Guid.CreateVersion7());
}

public readonly record struct VoidNumberId(Guid Value) : ITypedId<VoidNumberId>
{
    public static VoidNumberId From(Guid value) => new(value);

    public static VoidNumberId New() => new(Guid.CreateVersion7());
}
