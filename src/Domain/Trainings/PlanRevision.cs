using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

/// <summary>
/// Another JP of the programme or other competencies than the head approved, and what the head said to it. One waits at a
/// time; what was decided stays.
/// </summary>
public sealed class PlanRevision : Entity<PlanRevisionId>
{
    private PlanRevision() { }

    public TrainingId TrainingId { get; private set; }
    public int? ProgrammeJp { get; private set; }
    public string? ProgrammeJpReason { get; private set; }
    public IReadOnlyList<CompetencyTarget> Competencies { get; private set; } = [];

    /// <summary>Why what was approved should change.</summary>
    public string Reason { get; private set; } = "";
    public Guid ProposedBy { get; private set; }
    public string ProposedByName { get; private set; } = "";
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>None while it waits.</summary>
    public bool? Accepted { get; private set; }
    public string? DecidedByName { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string? Note { get; private set; }

    internal static PlanRevision Of(
        TrainingPlan plan,
        TrainingId training,
        string reason,
        Actor by,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = PlanRevisionId.New(),
            TrainingId = training,
            ProgrammeJp = plan.ProgrammeJp,
            ProgrammeJpReason = plan.ProgrammeJpReason,
            Competencies = plan.Competencies,
            Reason = TypedText.Clean(reason),
            ProposedBy = by.UserId,
            ProposedByName = by.Name,
            ProposedAt = now,
        };

    internal void Decide(bool accept, string? note, Actor by, DateTimeOffset now)
    {
        Accepted = accept;
        Note = TypedText.OrNothing(note);
        DecidedByName = by.Name;
        DecidedAt = now;
    }
}
