using Pionir.Domain.Common;

namespace Pionir.Domain.Organization;

public readonly record struct EmployeeId(Guid Value) : ITypedId<EmployeeId>
{
    public static EmployeeId From(Guid value) => new(value);

    public static EmployeeId New() => new(Guid.CreateVersion7());
}

public readonly record struct UnitId(Guid Value) : ITypedId<UnitId>
{
    public static UnitId From(Guid value) => new(value);

    public static UnitId New() => new(Guid.CreateVersion7());
}
