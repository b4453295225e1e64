namespace Pionir.Domain.LearningHours;

/// <summary>
/// What an entry was posted for. The key is unique for ever: the same source never posts twice, however often
/// the act is repeated. The origin groups the entries of one act, so that they can be taken back together.
/// </summary>
/// <param name="Key">Such as <c>training:{training}:{participant}:{round}</c>; at most <see cref="KeyMaximum"/>.</param>
/// <param name="OriginId">The training, report or course.</param>
public readonly record struct LedgerSource(string Key, Guid OriginId)
{
    public const int KeyMaximum = 160;

    /// <param name="round">Grows each time a completed training is reopened, so that it can post again.</param>
    public static LedgerSource Training(Guid trainingId, Guid participantId, int round) =>
        new($"training:{trainingId:N}:{participantId:N}:{round}", trainingId);

    /// <summary>An entry can be taken back only once, because this key exists only once.</summary>
    public static LedgerSource ReversalOf(LedgerEntryId entry, Guid originId) =>
        new($"reversal:{entry.Value:N}", originId);
}
