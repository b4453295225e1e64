using System.Security.Cryptography;
using System.Text;
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
    public async Task<PlaceBook> ReadAsync(TrainingId training, CancellationToken cancellationToken) =>
        (await ReadAsync([training], cancellationToken))[training];

    public async Task<IReadOnlyDictionary<TrainingId, PlaceBook>> ReadAsync(
        IReadOnlyCollection<TrainingId> trainings,
        CancellationToken cancellationToken
    )
    {
        var quotas = await database
            .Set<UnitQuota>()
            .AsNoTracking()
            .Where(quota => trainings.Contains(quota.TrainingId))
            .ToListAsync(cancellationToken);
        var units = await tree.ReadAsync(cancellationToken);
        var books = trainings.ToDictionary(
            training => training,
            training => new PlaceBook(
                units,
                quotas
                    .Where(quota => quota.TrainingId.Equals(training))
                    .ToDictionary(quota => quota.UnitId, quota => quota.Places)
            )
        );
        var limited = quotas.Select(quota => quota.TrainingId).Distinct().ToList();
        if (limited.Count == 0)
            return books;
        var used = await database
            .Set<Participant>()
            .Where(one => limited.Contains(one.TrainingId) && one.UnitId != null && !GoneStates.Contains(one.State))
            .GroupBy(one => new { one.TrainingId, Unit = one.UnitId!.Value })
            .Select(group => new
            {
                group.Key.TrainingId,
                group.Key.Unit,
                Count = group.Count(),
            })
            .ToListAsync(cancellationToken);
        foreach (var one in used)
            books[one.TrainingId].Use(one.Unit, one.Count);
        return books;
    }

    /// <summary>The same for the same quotas: there is no one row that could carry a version.</summary>
    public static uint VersionOf(IEnumerable<UnitQuota> quotas)
    {
        var text = string.Join(
            ';',
            quotas.OrderBy(quota => quota.UnitId.Value).Select(quota => $"{quota.UnitId.Value:N}={quota.Places}")
        );
        // Well below the sign bit, which some readers of the contract would lose.
        return BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(text))) >> 1;
    }

    private static readonly ParticipantState[] GoneStates = [.. ParticipantStates.Gone];
}

/// <summary>A quota of a unit holds for everything below it; a unit without one is bound by those above it.</summary>
internal sealed class PlaceBook(UnitTree tree, Dictionary<UnitId, int> quotas)
{
    private readonly Dictionary<UnitId, int> used = [];

    /// <param name="units">Only what binds these units; everything when left out.</param>
    public IReadOnlyList<UnitRoom> Rooms(IReadOnlyCollection<UnitId>? units = null)
    {
        var shown = units?.SelectMany(Bounds).ToHashSet();
        return
        [
            .. quotas
                .Where(quota => shown is null || shown.Contains(quota.Key))
                .Select(quota => new UnitRoom(
                    quota.Key.Value,
                    tree.Find(quota.Key)?.Name ?? "",
                    quota.Value,
                    used.GetValueOrDefault(quota.Key)
                ))
                .OrderBy(room => room.UnitName, StringComparer.Ordinal),
        ];
    }

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

    /// <summary>The quota above a unit with the fewest places left; none when nothing binds it.</summary>
    public UnitRoom? RoomOf(UnitId unit) =>
        Bounds(unit)
            .Select(holder => new UnitRoom(
                holder.Value,
                tree.Find(holder)?.Name ?? "",
                quotas[holder],
                used.GetValueOrDefault(holder)
            ))
            .MinBy(room => room.Places - room.Used);

    public void Use(UnitId unit, int count)
    {
        foreach (var holder in Bounds(unit))
            used[holder] = used.GetValueOrDefault(holder) + count;
    }

    private IEnumerable<UnitId> Bounds(UnitId unit) =>
        tree.PathTo(unit).Select(node => node.Id).Where(quotas.ContainsKey);
}

/// <summary>What a unit, with everything below it, may still put forward.</summary>
/// <param name="UnitId">The unit that the quota was given to.</param>
/// <param name="Used">Of its people, those who are on the list and not gone again.</param>
public sealed record UnitRoom(Guid UnitId, string UnitName, int Places, int Used);
