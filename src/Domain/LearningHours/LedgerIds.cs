using Pionir.Domain.Common;

namespace Pionir.Domain.LearningHours;

public readonly record struct LedgerEntryId(Guid Value) : ITypedId<LedgerEntryId>
{
    public static LedgerEntryId From(Guid value) => new(value);

    public static LedgerEntryId New() => new(Guid.CreateVersion7());
}

public readonly record struct YearClosingId(Guid Value) : ITypedId<YearClosingId>
{
    public static YearClosingId From(Guid value) => new(value);

    public static YearClosingId New() => new(Guid.CreateVersion7());
}

public readonly record struct LedgerCheckId(Guid Value) : ITypedId<LedgerCheckId>
{
    public static LedgerCheckId From(Guid value) => new(value);

    public static LedgerCheckId New() => new(Guid.CreateVersion7());
}
