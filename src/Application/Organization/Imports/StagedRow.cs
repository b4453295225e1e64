using Pionir.Domain.Organization.Employees;

namespace Pionir.Application.Organization.Imports;

/// <summary>A row of the file with what could be read from it. Wrong values stay empty and leave a code.</summary>
public sealed record StagedRow
{
    public required int Number { get; init; }
    public required IReadOnlyList<string> Cells { get; init; }
    public required IReadOnlyList<string> Errors { get; init; }

    /// <summary>Known before it is needed, so that a repeated run makes the same unit or person.</summary>
    public Guid NewId { get; } = Guid.CreateVersion7();

    /// <summary>Identity number of a person, code of a unit.</summary>
    public required string Key { get; init; }
    public string? PreviousKey { get; init; }
    public required string Name { get; init; }
    public string[]? SearchWords { get; init; }
    public string? NumberKind { get; init; }
    public Sex? Sex { get; init; }
    public DateOnly? BirthDate { get; init; }
    public EmploymentType? EmploymentType { get; init; }
    public string? Rank { get; init; }
    public string? Position { get; init; }
    public string? PositionFamily { get; init; }
    public string? PositionLevel { get; init; }
    public string? UnitCode { get; init; }
    public string? SupervisorNumber { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? Kind { get; init; }
    public string? ParentCode { get; init; }
    public DateOnly? ActiveFrom { get; init; }
    public DateOnly? ActiveTo { get; init; }
    public int? Jp { get; init; }
    public int? Year { get; init; }
    public DateOnly? OccurredOn { get; init; }
    public string? Form { get; init; }
    public string? Reference { get; init; }
}
