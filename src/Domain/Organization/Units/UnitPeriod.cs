namespace Pionir.Domain.Organization.Units;

/// <summary>What a unit was from one day to another.</summary>
public sealed class UnitPeriod
{
    private UnitPeriod() { }

    internal UnitPeriod(UnitRecord record, DateOnly from, DateOnly? to)
    {
        ValidFrom = from;
        Correct(record);
        ValidTo = to;
    }

    public UnitId UnitId { get; private set; }
    public DateOnly ValidFrom { get; private set; }
    public DateOnly? ValidTo { get; private set; }
    public string Name { get; private set; } = "";
    public string Kind { get; private set; } = "";
    public UnitId? ParentId { get; private set; }

    internal void Correct(UnitRecord record)
    {
        Name = record.Name;
        Kind = record.Kind;
        ParentId = record.ParentId;
        ValidTo = null;
    }

    internal void EndOn(DateOnly? day) => ValidTo = day < ValidFrom ? ValidFrom : day;
}
