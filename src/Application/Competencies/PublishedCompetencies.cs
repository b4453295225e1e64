using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Competencies;

namespace Pionir.Application.Competencies;

/// <summary>
/// Competencies by the id they keep, as the newest version that was ever published words them: a training planned on
/// last year's dictionary still says what it develops.
/// </summary>
internal sealed class PublishedCompetencies(IDatabase database) : IApplicationPart
{
    public async Task<IReadOnlyDictionary<Guid, PublishedCompetency>> FindAsync(
        IEnumerable<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        var wanted = ids.Distinct().Select(CompetencyId.From).ToList();
        if (wanted.Count == 0)
            return new Dictionary<Guid, PublishedCompetency>();
        var found = await database
            .Set<DictionaryVersion>()
            .AsNoTracking()
            .Where(version => version.State == DictionaryState.Published || version.State == DictionaryState.Superseded)
            .SelectMany(version =>
                version
                    .Competencies.Where(entry => wanted.Contains(entry.CompetencyId))
                    .Select(entry => new PublishedCompetency(
                        entry.CompetencyId.Value,
                        entry.Code,
                        entry.Title,
                        version.Code,
                        version.Number,
                        version.Title,
                        version.State == DictionaryState.Published,
                        entry.Levels.Select(level => new PublishedLevel(level.Level, level.Description)).ToList()
                    ))
            )
            .ToListAsync(cancellationToken);
        return found
            .GroupBy(competency => competency.Id)
            .ToDictionary(versions => versions.Key, versions => versions.MaxBy(one => one.DictionaryNumber)!);
    }
}

/// <param name="IsCurrent">In a dictionary that is published now; otherwise a later version left it out.</param>
internal sealed record PublishedCompetency(
    Guid Id,
    string Code,
    string Title,
    string DictionaryCode,
    int DictionaryNumber,
    string DictionaryTitle,
    bool IsCurrent,
    IReadOnlyList<PublishedLevel> Levels
)
{
    public PublishedLevel? At(int level) => Levels.FirstOrDefault(one => one.Level == level);
}

internal sealed record PublishedLevel(int Level, string Description);
