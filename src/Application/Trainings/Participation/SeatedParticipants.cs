using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

internal static class SeatedParticipants
{
    private static readonly ParticipantState[] States = [.. ParticipantStates.WithSeat];

    /// <summary>Those who sit on a place of the quota.</summary>
    public static IQueryable<Participant> Seated(this IQueryable<Participant> people) =>
        people.Where(person => States.Contains(person.State));
}
