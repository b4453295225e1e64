using Pionir.Domain.Common;

namespace Pionir.Application.Common.Auditing;

/// <summary>
/// Changes of tracked entities are audited by themselves; this is for what the change tracker cannot see:
/// SQL on many rows, a look at another person's profile, a file taken out.
/// </summary>
public interface IAuditLog
{
    /// <param name="by">Who did it, when that is not the current user: at sign-in there is none yet.</param>
    void Record(
        string action,
        string subjectType,
        Guid subjectId,
        string subjectName,
        object? details = null,
        Actor? by = null
    );
}
