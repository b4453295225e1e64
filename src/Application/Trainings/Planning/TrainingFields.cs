using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

/// <summary>What a planner fills in. Dates are days in the training's own time zone.</summary>
public sealed record TrainingFields
{
    /// <summary>Up to 300 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Budget year; the training begins or ends in it.</summary>
    public required int Year { get; init; }

    /// <summary>Code of the development form in the reference data.</summary>
    public required string Form { get; init; }

    /// <summary>Klasikal or nonklasikal; taken from the form when left out.</summary>
    public Cluster? Cluster { get; init; }

    /// <summary>Swakelola, kontraktual or penyertaan.</summary>
    public required DeliveryScheme Scheme { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Seats.</summary>
    public required int Quota { get; init; }

    /// <summary>Places on the reserve list.</summary>
    public int ReservePlaces { get; init; }

    /// <summary>IANA name such as Asia/Makassar; the institution's own zone when left out.</summary>
    public string? TimeZone { get; init; }
    public string? Organiser { get; init; }
    public string? Partner { get; init; }

    /// <summary>Code of the working group (pokja) in the reference data.</summary>
    public string? WorkingGroup { get; init; }

    /// <summary>Angkatan.</summary>
    public string? Batch { get; init; }
    public string? TargetAudience { get; init; }

    /// <summary>Codes of the job families it is meant for; none means everyone.</summary>
    public IReadOnlyList<string>? TargetJobFamilies { get; init; }

    /// <summary>Competencies of a published dictionary, each with the level it leads to.</summary>
    public IReadOnlyList<CompetencyTarget>? Competencies { get; init; }

    /// <summary>JP set by the programme; without it JP are the minutes of the sessions divided by 45.</summary>
    public int? ProgrammeJp { get; init; }

    /// <summary>Needed with programmeJp.</summary>
    public string? ProgrammeJpReason { get; init; }

    /// <summary>
    /// ISO 3166-1 alpha-2 code such as ID; none means at home. Abroad, some JP rules give more; XX is abroad in a country
    /// that is not known any more.
    /// </summary>
    public string? Country { get; init; }
    public string? City { get; init; }
    public string? Venue { get; init; }
    public string? OnlineLink { get; init; }
    public TrainingColour Colour { get; init; } = TrainingColour.Navy;
    public string? BudgetSource { get; init; }

    /// <summary>In rupiah.</summary>
    public decimal? BudgetCeiling { get; init; }

    public string? Notes { get; init; }

    /// <summary>Employees may apply by themselves.</summary>
    public bool AllowsSelfApplication { get; init; }

    /// <summary>Last day of applications, of employees and from outside; the day before the start when left out.</summary>
    public DateOnly? ApplicationsUntil { get; init; }

    /// <summary>Shown on the public page where people from outside register.</summary>
    public bool AllowsPublicRegistration { get; init; }
}
