using Pionir.Application.Common;
using Pionir.Application.Competencies;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

/// <summary>A competency that the training develops, in the words of its dictionary.</summary>
/// <param name="CompetencyId">The same through all versions of the dictionary.</param>
/// <param name="LevelName">Name of the level in the reference data.</param>
/// <param name="LevelDescription">What somebody at this level can do.</param>
/// <param name="IsCurrent">Still in the version that is published now.</param>
public sealed record TrainingTarget(
    Guid CompetencyId,
    int Level,
    string Code,
    string Title,
    LocalText LevelName,
    string LevelDescription,
    string DictionaryCode,
    int DictionaryNumber,
    bool IsCurrent
);

/// <summary>What trainings lead to, checked against and worded by the published dictionaries.</summary>
internal sealed class TrainingTargets(
    PublishedCompetencies competencies,
    IReferenceData reference,
    IInstitutionClock clock
) : IApplicationPart
{
    /// <param name="kept">What the training led to before may stay when its dictionary moved on.</param>
    public async Task<IReadOnlyList<Error>> CheckAsync(
        IReadOnlyList<CompetencyTarget> wanted,
        IEnumerable<CompetencyTarget> kept,
        CancellationToken cancellationToken
    )
    {
        var chosen = wanted.Except(kept).ToList();
        var known = await competencies.FindAsync(chosen.Select(target => target.CompetencyId), cancellationToken);
        return
        [
            .. chosen
                .Where(target =>
                    known.GetValueOrDefault(target.CompetencyId) is not { IsCurrent: true } found
                    || found.At(target.Level) is null
                )
                .Select(target =>
                    TrainingErrors.CompetencyUnknown(
                        known.GetValueOrDefault(target.CompetencyId)?.Title ?? target.CompetencyId.ToString(),
                        target.Level
                    )
                ),
        ];
    }

    public async Task<IReadOnlyList<TrainingTarget>> ReadAsync(
        IReadOnlyList<CompetencyTarget> targets,
        CancellationToken cancellationToken
    )
    {
        if (targets.Count == 0)
            return [];
        var known = await competencies.FindAsync(targets.Select(target => target.CompetencyId), cancellationToken);
        var names = (await reference.ReadAsync(cancellationToken))
            .CompetencyLevels(await clock.TodayAsync(cancellationToken))
            .ToDictionary(level => level.Level, level => level.Name);
        return
        [
            .. targets
                .Where(target => known.ContainsKey(target.CompetencyId))
                .Select(target => View(known[target.CompetencyId], target.Level, names))
                .OrderBy(target => target.Code, StringComparer.Ordinal),
        ];
    }

    private static TrainingTarget View(PublishedCompetency found, int level, Dictionary<int, LocalText> names) =>
        new(
            found.Id,
            level,
            found.Code,
            found.Title,
            names.GetValueOrDefault(level) ?? new($"Tingkat {level}", $"Level {level}"),
            found.At(level)?.Description ?? "",
            found.DictionaryCode,
            found.DictionaryNumber,
            found.IsCurrent
        );
}
