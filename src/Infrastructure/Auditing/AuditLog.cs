using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Auditing;

internal sealed class AuditLog(IDatabase database, ChangeAuditor auditor) : IAuditLog
{
    public void Record(
        string action,
        string subjectType,
        Guid subjectId,
        string subjectName,
        object? details = null,
        Actor? by = null
    ) => database.Set<AuditEntry>().Add(auditor.Noted(action, subjectType, subjectId, subjectName, details, by));
}
