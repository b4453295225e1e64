namespace Pionir.Domain.Organization.Employees;

/// <summary>How somebody serves: civil servants and contract staff (UU 20/2023), armed forces, police, others.</summary>
public enum EmploymentType
{
    Pns,
    Cpns,
    Pppk,
    Tni,
    Polri,
    Other,
}

public enum Sex
{
    Male,
    Female,
}
