using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>How many places each unit has left to fill in a training.</summary>
internal sealed class UnitPlaces(IDatabase database, IUnitTree tree) : IApplicationPart
{
    public async Task<PlaceBook> ReadAsync(TrainingId training, CancellationToken cancellationToken)
    {
        var quotas = await database
            .Set<UnitQuota>()
            .AsNoTracking()
            .Where(quota => quota.TrainingId == training)
            .ToListAsync(cancellationToken);
        var units = await tree.ReadAsync(cancellationToken);
        if (quotas.Count == 0)
            return new PlaceBook(units, []);
        var used = await database
            .Set<Participant>()
            .Where(one => one.TrainingId == training && one.UnitId != null && !GoneStates.Contains(one.State))
            .GroupBy(one => one.UnitId!.Value)
            .Select(group => new { Unit = group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var book = new PlaceBook(units, quotas.ToDictionary(quota => quota.UnitId, quota => quota.Places));
        foreach (var unit in used)
            book.Use(unit.Unit, unit.Count);
        return book;
    }

    private static readonly ParticipantState[] GoneStates = [.. ParticipantStates.Gone];
}

/// <summary>A quota of a unit holds for everything below it; a unit without one is bound by those above it.</summary>
internal sealed class PlaceBook(UnitTree tree, Dictionary<UnitId, int> quotas)
{
    private readonly Dictionary<UnitId, int> used = [];

    public int UsedBy(UnitId unit) => used.GetValueOrDefault(unit);

    /// <summary>Takes a place in every quota above the unit, or says which is full.</summary>
    public Error? Take(UnitId unit)
    {
        if (quotas.Count == 0)
            return null;
        var bound = Bounds(unit).ToList();
        foreach (var holder in bound)
        {
            if (used.GetValueOrDefault(holder) >= quotas[holder])
                return ParticipantErrors.UnitQuotaReached(tree.Find(holder)?.Name ?? "", quotas[holder]);
        }
        bound.ForEach(holder => used[holder] = used.GetValueOrDefault(holder) + 1);
        return null;
    }

    public void Use(UnitId unit, int count)
    {
        foreach (var holder in Bounds(unit))
            used[holder] = used.GetValueOrDefault(holder) + count;
    }

    private IEnumerable<UnitId> Bounds(UnitId unit) =>
        tree.PathTo(unit).Select(node => node.Id).Where(quotas.ContainsKey);
}
