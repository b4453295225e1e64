using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.ReferenceData;

public readonly record struct ReferenceRevisionId(Guid Value) : ITypedId<ReferenceRevisionId>
{
    public static ReferenceRevisionId From(Guid value) => new(value);

    public static ReferenceRevisionId New() => new(Guid.CreateVersion7());
}

/// <summary>What an item said after one change. Only ever added.</summary>
public sealed class ReferenceRevision : Entity<ReferenceRevisionId>
{
    private ReferenceRevision() { }

    public int Number { get; private set; }
    public LocalText Name { get; private set; } = new("", "");
    public ReferenceValues Values { get; private set; } = ReferenceValues.None;
    public DateOnly ValidFrom { get; private set; }
    public DateOnly? ValidTo { get; private set; }
    public string? Citation { get; private set; }
    public bool Confirmed { get; private set; }
    public int Position { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public Guid ChangedBy { get; private set; }
    public string ChangedByName { get; private set; } = "";
    public string? Reason { get; private set; }

    internal static ReferenceRevision Of(ReferenceItem item, Author author) =>
        new()
        {
            Id = ReferenceRevisionId.New(),
            Number = item.Revision,
            Name = item.Name,
            Values = item.Values,
            ValidFrom = item.ValidFrom,
            ValidTo = item.ValidTo,
            Citation = item.Citation,
            Confirmed = item.Confirmed,
            Position = item.Position,
            ChangedAt = author.At,
            ChangedBy = author.Id,
            ChangedByName = author.Name,
            Reason = author.Reason,
        };
}
