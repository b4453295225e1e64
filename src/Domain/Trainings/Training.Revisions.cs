using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

/// <summary>
/// JP of the programme and competencies stand as the head approved them: they end in everybody's ledger. An officer
/// proposes others with a reason, and the head decides again; until then what was approved counts.
/// </summary>
public sealed partial class Training
{
    private readonly List<PlanRevision> revisions = [];

    public IReadOnlyList<PlanRevision> Revisions => revisions;

    public PlanRevision? WaitingRevision => revisions.Find(revision => revision.Accepted is null);

    public bool AcceptsRevisions => IsPlanEditable && IsSubstanceLocked;

    public Result ProposeRevision(
        int? programmeJp,
        string? programmeJpReason,
        IReadOnlyList<CompetencyTarget> wanted,
        string reason,
        Actor by,
        DateTimeOffset now
    )
    {
        if (!AcceptsRevisions)
            return TrainingErrors.RevisionNotPossible(State);
        if (WaitingRevision is not null)
            return TrainingErrors.RevisionWaits();
        if (string.IsNullOrWhiteSpace(reason))
            return TrainingErrors.ReasonMissing();
        var plan = ToPlan() with
        {
            ProgrammeJp = programmeJp,
            ProgrammeJpReason = programmeJp is null ? null : Clean(programmeJpReason),
            Competencies = wanted,
        };
        if (CheckPlan(plan) is { Count: > 0 } errors)
            return Result.Failure(errors);
        if (programmeJp == ProgrammeJp && IsDeveloping(wanted))
            return TrainingErrors.RevisionWithoutChange();
        revisions.Add(PlanRevision.Of(plan, Id, reason, by, now));
        Revision++;
        return Result.Success();
    }

    /// <summary>Never by who proposed it.</summary>
    public Result<PlanRevision> DecideRevision(bool accept, string? note, Actor by, DateTimeOffset now)
    {
        if (WaitingRevision is not { } revision)
            return TrainingErrors.RevisionNotFound();
        if (revision.ProposedBy == by.UserId)
            return TrainingErrors.OwnSubmission();
        if (!accept && string.IsNullOrWhiteSpace(note))
            return TrainingErrors.NotesMissing();
        if (accept && !AcceptsRevisions)
            return TrainingErrors.RevisionNotPossible(State);
        revision.Decide(accept, note, by, now);
        if (accept)
        {
            Apply(
                ToPlan() with
                {
                    ProgrammeJp = revision.ProgrammeJp,
                    ProgrammeJpReason = revision.ProgrammeJpReason,
                    Competencies = revision.Competencies,
                }
            );
        }
        Revision++;
        return revision;
    }

    private bool IsDeveloping(IEnumerable<CompetencyTarget> wanted) =>
        wanted.ToHashSet().SetEquals(ToPlan().Competencies);
}
