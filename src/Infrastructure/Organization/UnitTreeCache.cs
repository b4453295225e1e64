using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Organization;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Units;
using Pionir.Infrastructure.Common;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Organization;

internal sealed class UnitTreeCache(IServiceScopeFactory scopes, IInstitutionClock clock)
    : IUnitTree,
        IUnitTreeChanges,
        IDisposable
{
    private readonly SharedSnapshot<UnitTree> tree = new(
        scopes,
        (database, cancellationToken) => StampAsync(database, clock, cancellationToken),
        (database, cancellationToken) => LoadAsync(database, clock, cancellationToken)
    );

    public ValueTask<UnitTree> ReadAsync(CancellationToken cancellationToken) => tree.GetAsync(cancellationToken);

    public void Happened() => tree.Drop();

    public void Dispose() => tree.Dispose();

    /// <summary>
    /// Every change gives its row another xmin, however the clocks and commits of two instances follow each other. The
    /// institution's day is part of it: units are dissolved by dates, without anybody doing anything.
    /// </summary>
    private static async Task<string> StampAsync(
        PionirDbContext database,
        IInstitutionClock clock,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .Database.SqlQuery<string>(
                $"""SELECT count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) AS "Value" FROM units"""
            )
            .SingleAsync(cancellationToken);
        return $"{rows}:{await clock.TodayAsync(cancellationToken):yyyy-MM-dd}";
    }

    private static async Task<UnitTree> LoadAsync(
        PionirDbContext database,
        IInstitutionClock clock,
        CancellationToken cancellationToken
    )
    {
        var today = await clock.TodayAsync(cancellationToken);
        var units = await database.Set<Unit>().AsNoTracking().ToListAsync(cancellationToken);
        var parents = units.ToDictionary(unit => unit.Id, unit => unit.ParentId);
        return new UnitTree([
            .. units.Select(unit => new UnitNode(
                unit.Id,
                unit.Code,
                unit.Name,
                unit.Kind,
                unit.ParentId,
                DepthOf(unit.Id, parents),
                unit.LeaderId,
                unit.IsActiveOn(today)
            )),
        ]);
    }

    private static int DepthOf(UnitId id, Dictionary<UnitId, UnitId?> parents)
    {
        var depth = 0;
        while (depth < parents.Count && parents[id] is { } parent && parents.ContainsKey(parent))
        {
            id = parent;
            depth++;
        }
        return depth;
    }
}
