namespace Pionir.Domain.Organization.Employees;

/// <summary>A number that somebody has or had.</summary>
public sealed class EmployeeNumber
{
    private EmployeeNumber() { }

    internal EmployeeNumber(IdentityNumber number, DateOnly? since)
    {
        Number = number.Value;
        Kind = number.Kind;
        Since = since;
    }

    public EmployeeId EmployeeId { get; private set; }
    public string Number { get; private set; } = "";
    public string Kind { get; private set; } = "";
    public DateOnly? Since { get; private set; }

    /// <summary>Set once another number has taken its place.</summary>
    public DateOnly? Until { get; private set; }

    internal void Retire(DateOnly today) => Until ??= today;
}
