namespace Pionir.Domain.LearningHours;

/// <summary>Where lesson hours come from.</summary>
public enum LedgerEntryKind
{
    Training,
    SelfReport,
    UnitReport,
    OnlineCourse,

    /// <summary>Carried over from the system used before.</summary>
    Opening,

    /// <summary>Takes back exactly one earlier entry.</summary>
    Reversal,
}
