using Pionir.Domain.Common;

namespace Pionir.Domain.Competencies;

public readonly record struct DictionaryVersionId(Guid Value) : ITypedId<DictionaryVersionId>
{
    public static DictionaryVersionId From(Guid value) => new(value);

    public static DictionaryVersionId New() => new(Guid.CreateVersion7());
}

/// <summary>A competency through all versions of its dictionary: standards and trainings keep this id.</summary>
public readonly record struct CompetencyId(Guid Value) : ITypedId<CompetencyId>
{
    public static CompetencyId From(Guid value) => new(value);

    public static CompetencyId New() => new(Guid.CreateVersion7());
}

/// <summary>A competency as one version words it.</summary>
public readonly record struct CompetencyEntryId(Guid Value) : ITypedId<CompetencyEntryId>
{
    public static CompetencyEntryId From(Guid value) => new(value);

    public static CompetencyEntryId New() => new(Guid.CreateVersion7());
}

public readonly record struct CompetencyLevelId(Guid Value) : ITypedId<CompetencyLevelId>
{
    public static CompetencyLevelId From(Guid value) => new(value);

    public static CompetencyLevelId New() => new(Guid.CreateVersion7());
}

public readonly record struct IndicatorId(Guid Value) : ITypedId<IndicatorId>
{
    public static IndicatorId From(Guid value) => new(value);

    public static IndicatorId New() => new(Guid.CreateVersion7());
}
