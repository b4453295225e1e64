using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;
using Pionir.Domain.Organization.Employees;

namespace Pionir.Application.Certificates.EventHandlers;

/// <summary>Certificates of a merged record are found under the kept one; what they say does not change.</summary>
internal sealed class CertificatesFollowMergedPeople(IDatabase database, IAuditLog audit)
    : INotificationHandler<Happened<EmployeesMerged>>
{
    public async Task Handle(Happened<EmployeesMerged> notification, CancellationToken cancellationToken)
    {
        var merged = notification.Event;
        var held = await database
            .Set<Certificate>()
            .Where(certificate => certificate.EmployeeId == merged.MergedId)
            .ToListAsync(cancellationToken);
        foreach (var certificate in held)
        {
            certificate.FollowHolder(merged.KeptId);
            audit.Record(
                "MergeEmployees",
                nameof(Certificate),
                certificate.Id.Value,
                certificate.Number,
                new { EmployeeId = new[] { merged.MergedId.Value, merged.KeptId.Value } }
            );
        }
    }
}
