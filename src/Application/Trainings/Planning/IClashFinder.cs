namespace Pionir.Application.Trainings.Planning;

/// <summary>What a session, room, instructor or participant shares its time with.</summary>
public enum ClashKind
{
    Room,
    Instructor,
    Participant,

    /// <summary>An instructor of this training who takes part in the other one at that time.</summary>
    Participation,
}

/// <summary>Two trainings want the same thing at the same time. Shown, not refused: the planner decides.</summary>
/// <param name="SessionId">The session of the training that was asked about; none for its participants.</param>
/// <param name="What">The room, or the person's name; the number of participants who are in both.</param>
/// <param name="OtherTrainingId">The training it clashes with.</param>
/// <param name="From">When the other one begins.</param>
public sealed record Clash(
    ClashKind Kind,
    Guid? SessionId,
    string What,
    Guid OtherTrainingId,
    string OtherTitle,
    DateTimeOffset From,
    DateTimeOffset To
);

public interface IClashFinder
{
    Task<IReadOnlyList<Clash>> OfTrainingAsync(Guid trainingId, CancellationToken cancellationToken);

    /// <summary>Trainings among these that clash with any other, for the marks of the calendar.</summary>
    Task<IReadOnlyDictionary<Guid, int>> CountAsync(
        IReadOnlyCollection<Guid> trainingIds,
        CancellationToken cancellationToken
    );
}
