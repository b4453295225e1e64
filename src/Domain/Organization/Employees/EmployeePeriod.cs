namespace Pionir.Domain.Organization.Employees;

/// <summary>What somebody was from one day to another.</summary>
public sealed class EmployeePeriod
{
    private EmployeePeriod() { }

    internal EmployeePeriod(Employee employee, DateOnly from, DateOnly? to)
    {
        ValidFrom = from;
        ValidTo = to;
        Number = employee.Number;
        EmploymentType = employee.EmploymentType;
        Rank = employee.Rank;
        Position = employee.Position;
        PositionFamily = employee.PositionFamily;
        PositionLevel = employee.PositionLevel;
        UnitId = employee.UnitId;
        SupervisorId = employee.SupervisorId;
    }

    public EmployeeId EmployeeId { get; private set; }
    public DateOnly ValidFrom { get; private set; }
    public DateOnly? ValidTo { get; private set; }
    public string Number { get; private set; } = "";
    public EmploymentType EmploymentType { get; private set; }
    public string Rank { get; private set; } = "";
    public string Position { get; private set; } = "";
    public string PositionFamily { get; private set; } = "";
    public string PositionLevel { get; private set; } = "";
    public UnitId UnitId { get; private set; }
    public EmployeeId? SupervisorId { get; private set; }

    internal void End(DateOnly day) => ValidTo ??= day < ValidFrom ? ValidFrom : day;
}
