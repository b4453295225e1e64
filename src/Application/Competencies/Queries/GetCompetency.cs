using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Competencies;

namespace Pionir.Application.Competencies.Queries;

/// <summary>One competency of one version with its levels.</summary>
/// <param name="Level">Only this level; null gives all five.</param>
[Public("Other institutions use the published dictionaries; drafts are shown only to those who work on them.")]
public sealed record GetCompetency(string DictionaryCode, int Number, string Code, int? Level) : IQuery<CompetencyView>;

/// <param name="CompetencyId">The same through all versions.</param>
/// <param name="Edition">Moves with every change of the version's state. Also the ETag.</param>
public sealed record CompetencyView(
    string DictionaryCode,
    int DictionaryNumber,
    string DictionaryTitle,
    DictionaryState State,
    Guid CompetencyId,
    int Number,
    string Code,
    CompetencyKind Kind,
    string Group,
    string Title,
    string Description,
    IReadOnlyList<CompetencyLevelView> Levels,
    uint Edition
);

/// <param name="Name">Name of the level in the reference data.</param>
public sealed record CompetencyLevelView(
    int Level,
    LocalText Name,
    string Description,
    IReadOnlyList<string> Indicators
);

internal sealed class GetCompetencyHandler(
    IDatabase database,
    ICurrentUser user,
    IReferenceData reference,
    IInstitutionClock clock
) : IRequestHandler<GetCompetency, Result<CompetencyView>>
{
    public async Task<Result<CompetencyView>> Handle(GetCompetency request, CancellationToken cancellationToken)
    {
        var version = await database
            .Set<DictionaryVersion>()
            .AsNoTracking()
            .VisibleTo(user)
            .At(request.DictionaryCode, request.Number)
            .Include(found => found.Competencies.Where(entry => entry.Code == request.Code))
                .ThenInclude(entry =>
                    entry.Levels.Where(level => request.Level == null || level.Level == request.Level)
                )
                    .ThenInclude(level => level.Indicators)
            .SingleOrDefaultAsync(cancellationToken);
        var address = DictionaryAccess.Address(request.DictionaryCode, request.Number);
        if (version is null)
            return DictionaryErrors.NotFound(address);
        if (version.Competencies.SingleOrDefault() is not { Levels.Count: > 0 } entry)
            return DictionaryErrors.NotFound($"{address} {request.Code} {request.Level}".TrimEnd());
        var names = (await reference.ReadAsync(cancellationToken))
            .CompetencyLevels(await clock.TodayAsync(cancellationToken))
            .ToDictionary(level => level.Level, level => level.Name);
        return new CompetencyView(
            version.Code,
            version.Number,
            version.Title,
            version.State,
            entry.CompetencyId.Value,
            entry.Number,
            entry.Code,
            entry.Kind,
            entry.Group,
            entry.Title,
            entry.Description,
            [.. entry.Levels.OrderBy(level => level.Level).Select(level => View(level, names))],
            version.Version
        );
    }

    private static CompetencyLevelView View(CompetencyLevel level, Dictionary<int, LocalText> names) =>
        new(
            level.Level,
            names.GetValueOrDefault(level.Level) ?? new($"Tingkat {level.Level}", $"Level {level.Level}"),
            level.Description,
            [.. level.Indicators.OrderBy(indicator => indicator.Position).Select(indicator => indicator.Text)]
        );
}
