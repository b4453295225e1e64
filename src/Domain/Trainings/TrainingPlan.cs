namespace Pionir.Domain.Trainings;

/// <summary>The fields of a training that its planner fills in.</summary>
/// <param name="Form">Code of the development form in the reference data.</param>
/// <param name="TimeZone">IANA name; sessions are entered in this zone's local time.</param>
public sealed record TrainingPlan(
    string Title,
    int Year,
    string Form,
    Cluster Cluster,
    DeliveryScheme Scheme,
    DateOnly Start,
    DateOnly End,
    int Quota,
    int ReservePlaces,
    string TimeZone = "Asia/Jakarta"
)
{
    public string? Organiser { get; init; }
    public string? Partner { get; init; }
    public string? WorkingGroup { get; init; }
    public string? Batch { get; init; }
    public string? TargetAudience { get; init; }

    /// <summary>Codes of the job families it is meant for; empty means everyone.</summary>
    public IReadOnlyList<string> TargetJobFamilies { get; init; } = [];
    public IReadOnlyList<CompetencyTarget> Competencies { get; init; } = [];

    /// <summary>JP set by the programme instead of by the sessions; needs a reason.</summary>
    public int? ProgrammeJp { get; init; }
    public string? ProgrammeJpReason { get; init; }
    public string? Country { get; init; }
    public string? City { get; init; }
    public string? Venue { get; init; }
    public string? OnlineLink { get; init; }
    public TrainingColour Colour { get; init; } = TrainingColour.Navy;
    public string? BudgetSource { get; init; }
    public decimal? BudgetCeiling { get; init; }
    public string? Notes { get; init; }
    public bool AllowsSelfApplication { get; init; }

    /// <summary>Last day of applications; the day before the start when none is set.</summary>
    public DateOnly? ApplicationsUntil { get; init; }
    public bool AllowsPublicRegistration { get; init; }
}

/// <summary>A competency of a published dictionary and the level the training leads to.</summary>
public sealed record CompetencyTarget(Guid CompetencyId, int Level);
