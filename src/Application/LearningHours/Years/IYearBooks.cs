using Pionir.Domain.LearningHours;

namespace Pionir.Application.LearningHours.Years;

/// <summary>Everybody's year, counted by the database in sets.</summary>
public interface IYearBooks
{
    const int PeopleAtOnce = 20_000;

    /// <summary>
    /// Takes the year alone until the transaction ends: waits for postings under way, and lets no new one in before it
    /// is closed.
    /// </summary>
    Task LockAsync(int year, CancellationToken cancellationToken);

    /// <summary>What closing would freeze now.</summary>
    Task<YearFigures> CountAsync(int year, YearTargets targets, CancellationToken cancellationToken);

    Task<YearOpenWork> OpenWorkAsync(int year, CancellationToken cancellationToken);

    /// <summary>
    /// Freezes the results of the next people by id, in a transaction of their own; nothing once the year is open again.
    /// Repeating it changes nothing.
    /// </summary>
    /// <returns>The last of them; none when all are done.</returns>
    Task<Guid?> FreezeAsync(
        YearClosingId closing,
        int year,
        YearTargets targets,
        Guid after,
        CancellationToken cancellationToken
    );

    /// <summary>The frozen results, summed.</summary>
    Task<YearFigures> FrozenAsync(YearClosingId closing, CancellationToken cancellationToken);

    Task<int> CountEmployeesAsync(CancellationToken cancellationToken);
}

/// <summary>Targets of the last day of a year, by employment type; parallel lists, as a statement takes them.</summary>
public sealed record YearTargets(string[] Types, int?[] Minimum, int?[] Maximum);

/// <summary>What would still change the year.</summary>
/// <param name="Trainings">That end in the year and are not completed.</param>
/// <param name="First">The first of them, by their last day.</param>
/// <param name="WithoutCertificate">People who passed a training of the year and have no certificate yet.</param>
public sealed record YearOpenWork(int Trainings, IReadOnlyList<OpenYearTraining> First, int WithoutCertificate);

public sealed record OpenYearTraining(Guid TrainingId, string Title, DateOnly End);
