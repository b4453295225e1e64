using Pionir.Domain.Common;

namespace Pionir.Domain.LearningHours;

public enum LedgerFaultKind
{
    /// <summary>The entry does not say any more what it said when it was posted.</summary>
    Changed,

    /// <summary>Entries that stood before this one are gone.</summary>
    Missing,

    /// <summary>The entry does not follow the one before it: put in or moved.</summary>
    OutOfPlace,

    /// <summary>What was posted last is not the last entry any more: cut off, or added past the ledger.</summary>
    EndDiffers,

    /// <summary>The entry has no seal of the ledger: put in or written anew by SQL, chain and all.</summary>
    NotSealed,

    /// <summary>The entry was posted and is not there any more.</summary>
    Gone,

    /// <summary>A closed year does not come to what was frozen when it was closed.</summary>
    YearDiffers,
}

/// <summary>One reading of everybody's chain of entries, and what it found; kept, so that a look is itself on record.</summary>
public sealed class LedgerCheck : AggregateRoot<LedgerCheckId>
{
    /// <summary>More are counted, not kept: whoever sees a thousand restores a backup.</summary>
    public const int FaultsKept = 1000;

    private readonly List<LedgerFault> faults = [];

    private LedgerCheck() { }

    public Guid RequestedBy { get; private init; }
    public string RequestedByName { get; private init; } = "";
    public DateTimeOffset RequestedAt { get; private init; }
    public Guid? JobId { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }
    public int People { get; private set; }
    public long Entries { get; private set; }
    public int FaultCount { get; private set; }
    public IReadOnlyList<LedgerFault> Faults => faults;

    public static LedgerCheck Request(Guid by, string name, DateTimeOffset now) =>
        new()
        {
            Id = LedgerCheckId.New(),
            RequestedBy = by,
            RequestedByName = name,
            RequestedAt = now,
        };

    public void RunBy(Guid jobId) => JobId = jobId;

    /// <summary>What a part of the reading found; nothing is said before <see cref="Finish"/>.</summary>
    public void Add(int people, long entries, IReadOnlyList<ChainFault> found)
    {
        People += people;
        Entries += entries;
        FaultCount += found.Count;
        foreach (var fault in found.Take(FaultsKept - faults.Count))
            faults.Add(LedgerFault.Of(Id, faults.Count + 1, fault));
    }

    public void Finish(DateTimeOffset now) => FinishedAt = now;
}

/// <param name="Sequence">Place of the entry in the person's chain; for a year that differs, the year.</param>
public sealed record ChainFault(Guid EmployeeId, int Sequence, LedgerFaultKind Kind);

public sealed class LedgerFault
{
    private LedgerFault() { }

    public LedgerCheckId CheckId { get; private init; }
    public int Position { get; private init; }
    public Guid EmployeeId { get; private init; }
    public int Sequence { get; private init; }
    public LedgerFaultKind Kind { get; private init; }

    internal static LedgerFault Of(LedgerCheckId check, int position, ChainFault fault) =>
        new()
        {
            CheckId = check,
            Position = position,
            EmployeeId = fault.EmployeeId,
            Sequence = fault.Sequence,
            Kind = fault.Kind,
        };
}
