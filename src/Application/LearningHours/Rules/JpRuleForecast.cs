using Pionir.Domain.Common;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization.ReferenceData;
using Pionir.Domain.Trainings;

namespace Pionir.Application.LearningHours.Rules;

/// <summary>What was read for a change, and what it would do.</summary>
/// <param name="Checked">Trainings of the form that the change could meet.</param>
/// <param name="Trainings">Those among them that would give other JP, by their last day.</param>
/// <param name="Fingerprint">The same as long as all of this is true.</param>
internal sealed record JpRuleForecast(
    LocalText FormName,
    ReferenceCourse Course,
    ReferenceContent Content,
    JpRuleChange Change,
    PostedJp Posted,
    int Checked,
    IReadOnlyList<JpRuleTraining> Trainings,
    string Fingerprint
)
{
    /// <summary>Those who will be given JP when it is completed, as far as anybody can know.</summary>
    public static readonly string[] Seated =
    [
        .. ParticipantStates.WithSeat.Except([ParticipantState.Failed]).Select(state => state.ToString()),
    ];
}

/// <summary>A training that would give other JP.</summary>
/// <param name="End">Decides by which rule it is counted.</param>
/// <param name="People">Employees who have a place in it.</param>
/// <param name="Before">JP each of them would get by the rule as it stands.</param>
public sealed record JpRuleTraining(
    Guid Id,
    string Title,
    DateOnly End,
    TrainingState State,
    int People,
    int Before,
    int After
);
