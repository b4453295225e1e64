using Pionir.Domain.Common;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization;

namespace Pionir.Application.LearningHours;

/// <summary>
/// The only door into the JP ledger for other contexts. Works inside the transaction of the calling command and
/// takes thousands of entries at once.
/// </summary>
public interface ILedger
{
    /// <summary>Refuses a year that is closed, before anything is done that would post or take back hours in it.</summary>
    Task<Result> CheckOpenAsync(int year, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the entries whose source is not there yet. Repeating the same call changes nothing, also when two run
    /// at the same time.
    /// </summary>
    Task<LedgerReceipt> PostAsync(IReadOnlyCollection<LedgerPosting> postings, CancellationToken cancellationToken);

    /// <summary>
    /// Takes back everything that stands posted for an origin (a training that is reopened). Entries already taken
    /// back stay as they are; the number of new counter-entries is returned.
    /// </summary>
    Task<int> ReverseOriginAsync(Guid originId, string reason, CancellationToken cancellationToken);

    /// <summary>Takes back one entry; refused when it was taken back already.</summary>
    Task<Result<LedgerEntryId>> ReverseAsync(LedgerEntry entry, string reason, CancellationToken cancellationToken);
}

/// <param name="Source">For a training: <see cref="LedgerSource.Training"/>, with the round of completion.</param>
public sealed record LedgerPosting(
    EmployeeId EmployeeId,
    LedgerEntryKind Kind,
    LedgerSource Source,
    LedgerContent Content,
    JpCalculation Calculation
);

/// <param name="Posted">New entries.</param>
/// <param name="AlreadyThere">Postings whose source had its entry before.</param>
public sealed record LedgerReceipt(int Posted, int AlreadyThere);
