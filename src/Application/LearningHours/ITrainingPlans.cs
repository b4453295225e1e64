using Pionir.Application.Organization;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization;

namespace Pionir.Application.LearningHours;

/// <summary>What a forecast asks of trainings.</summary>
public interface ITrainingPlans
{
    /// <summary>Trainings ending in the year on whose list the person stands and whose JP are not given yet.</summary>
    Task<IReadOnlyList<PlannedTraining>> OfPersonAsync(EmployeeId id, int year, CancellationToken cancellationToken);

    /// <summary>JP of the confirmed places of many people; who has none is not named.</summary>
    Task<IReadOnlyDictionary<Guid, int>> ExpectedAsync(
        IReadOnlyCollection<Guid> people,
        int year,
        CancellationToken cancellationToken
    );

    /// <summary>JP that each training ending in the year will give to those with a place; there are hundreds, not thousands.</summary>
    Task<IReadOnlyDictionary<Guid, int>> JpAheadAsync(int year, CancellationToken cancellationToken);

    /// <summary>Trainings ending in the year for which the person can apply: open, meant for them, and free on those days.</summary>
    Task<IReadOnlyList<OpenTraining>> OpenForAsync(
        EmployeeCard person,
        int year,
        DateOnly today,
        CancellationToken cancellationToken
    );
}

/// <summary>A training on whose list somebody stands.</summary>
/// <param name="Jp">What it gives when it is completed, by the rule of today.</param>
public sealed record PlannedTraining(
    Guid TrainingId,
    string Title,
    DateOnly Start,
    DateOnly End,
    int Jp,
    PlannedStanding Standing
);

/// <summary>A training that takes applications.</summary>
/// <param name="Jp">What it gives when it is completed, by the rule of today.</param>
/// <param name="SeatsLeft">Places nobody has confirmed.</param>
public sealed record OpenTraining(Guid TrainingId, string Title, DateOnly Start, DateOnly End, int Jp, int SeatsLeft);
