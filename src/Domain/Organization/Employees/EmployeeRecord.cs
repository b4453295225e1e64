namespace Pionir.Domain.Organization.Employees;

/// <summary>A person as HR states it, already checked.</summary>
public sealed record EmployeeRecord(
    IdentityNumber Number,
    string Name,
    Sex? Sex,
    DateOnly? BirthDate,
    EmploymentType EmploymentType,
    string Rank,
    string Position,
    string PositionFamily,
    string PositionLevel,
    UnitId UnitId,
    EmployeeId? SupervisorId,
    string? SupervisorNumber,
    string? Email,
    string? Phone,
    DateOnly ActiveFrom,
    DateOnly? ActiveTo
);
