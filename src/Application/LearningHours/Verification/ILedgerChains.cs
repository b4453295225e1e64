using Pionir.Domain.LearningHours;

namespace Pionir.Application.LearningHours.Verification;

/// <summary>Reads everybody's chain again: each entry against its hash, its place, and the end that was written last.</summary>
public interface ILedgerChains
{
    Task<int> CountPeopleAsync(CancellationToken cancellationToken);

    /// <summary>A few thousand people at a time, in an order of their ids.</summary>
    IAsyncEnumerable<ChainsRead> ReadAsync(CancellationToken cancellationToken);
}

public sealed record ChainsRead(int People, long Entries, IReadOnlyList<ChainFault> Faults);
