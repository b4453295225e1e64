namespace Pionir.Application.Common.Auditing;

/// <summary>
/// Changes of tracked entities are audited by themselves; this is for what the change tracker cannot see:
/// SQL on many rows, a look at another person's profile, a file taken out.
/// </summary>
public interface IAuditLog
{
    void Record(string action, string subjectType, Guid subjectId, string subjectName, object? details = null);
}
