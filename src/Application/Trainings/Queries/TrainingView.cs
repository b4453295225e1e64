using Pionir.Application.Certificates;
using Pionir.Application.Common.Access;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>A training as its page shows it.</summary>
/// <param name="Jp">What it gives by the rule of its form or by its programme; once completed, what it gave.</param>
/// <param name="DerivedJp">Minutes of the sessions divided by 45, rounded down.</param>
/// <param name="Plan">The fields of the form, ready to be edited and sent back.</param>
/// <param name="BudgetRealisation">In rupiah, as reported last; none for those who only read the catalogue.</param>
/// <param name="Targets">The competencies it develops, each with the level it leads to.</param>
/// <param name="Revision">A change of what was approved that waits for the head.</param>
/// <param name="StateSince">Since when it is in this state.</param>
/// <param name="LastNote">Notes or reason of the last move: why it was returned or cancelled.</param>
/// <param name="Checklist">Required documents; empty for those who only read the catalogue.</param>
/// <param name="Version">To be sent as If-Match with an edit.</param>
public sealed record TrainingView(
    Guid Id,
    string ActivityCode,
    string Title,
    TrainingState State,
    DateTimeOffset? StateSince,
    string? StateBy,
    string? LastNote,
    Guid UnitId,
    string UnitName,
    LocalText FormName,
    LocalText? WorkingGroupName,
    int Jp,
    int DerivedJp,
    int ScheduledMinutes,
    int SessionCount,
    int DocumentCount,
    int SeatsTaken,
    int SeatsLeft,
    TrainingFields Plan,
    decimal? BudgetRealisation,
    IReadOnlyList<TrainingTarget> Targets,
    RevisionView? Revision,
    NextStep? NextStep,
    int CertificatesOwed,
    IReadOnlyList<ChecklistLine> Checklist,
    TrainingAbilities Abilities,
    DateTimeOffset CreatedAt,
    uint Version
)
{
    internal static TrainingView From(
        Training training,
        int sessionCount,
        TrainingNames names,
        IReadOnlyList<TrainingTarget> targets,
        RevisionView? revision,
        DocumentRequirements required,
        CertificateLack owed,
        ICurrentUser user,
        DateTimeOffset now
    )
    {
        var inside = user.SeesInside(training.UnitId);
        var last = training.Transitions.Count > 0 ? training.Transitions[^1] : null;
        return new TrainingView(
            training.Id.Value,
            training.ActivityCode,
            training.Title,
            training.State,
            last?.At ?? training.CreatedAt,
            inside ? last?.ByName : null,
            inside || training.State == TrainingState.Cancelled ? last?.Note : null,
            training.UnitId.Value,
            names.Unit(training.UnitId),
            names.Form(training.Form, training.Start),
            names.WorkingGroup(training.WorkingGroup, training.Start),
            training.Jp,
            training.DerivedJp,
            training.ScheduledMinutes,
            sessionCount,
            training.Documents.Count(document => inside || DocumentAccess.IsForEverybody(document.Kind)),
            training.SeatsTaken,
            training.SeatsLeft,
            PlanFields.Of(training, inside),
            inside ? training.BudgetRealisation : null,
            targets,
            revision,
            inside ? NextStep.Of(training, required, now) : null,
            owed.Missing + owed.Outdated,
            inside ? ChecklistLine.Of(training, required) : [],
            TrainingAbilities.Of(training, user, now),
            training.CreatedAt,
            (uint)training.Revision
        );
    }
}

/// <summary>Another JP of the programme or other competencies than were approved, until the head decides.</summary>
/// <param name="Jp">What the training gives when it is accepted.</param>
/// <param name="Reason">Why it should change.</param>
public sealed record RevisionView(
    int Jp,
    int? ProgrammeJp,
    string? ProgrammeJpReason,
    IReadOnlyList<TrainingTarget> Targets,
    string Reason,
    string ProposedBy,
    DateTimeOffset ProposedAt
)
{
    internal static RevisionView Of(PlanRevision revision, int jp, IReadOnlyList<TrainingTarget> targets) =>
        new(
            jp,
            revision.ProgrammeJp,
            revision.ProgrammeJpReason,
            targets,
            revision.Reason,
            revision.ProposedByName,
            revision.ProposedAt
        );
}
