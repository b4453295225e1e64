namespace Pionir.Application.Common.Auditing;

/// <summary>
/// Says whether somebody who may not read the whole audit trail may read the history of one object: usually whoever
/// may read the object. A type without a gate is for readers of the trail only.
/// </summary>
public interface IHistoryGate
{
    /// <summary>As the trail names it: the name of the aggregate's type.</summary>
    string SubjectType { get; }

    Task<bool> MayReadAsync(Guid id, CancellationToken cancellationToken);
}
