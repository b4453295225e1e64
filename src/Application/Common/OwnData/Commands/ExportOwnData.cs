using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Common.OwnData.Commands;

/// <summary>
/// Packs all data held on the person who asks (UU 27/2022 article 7). There is no way to ask for somebody else, and
/// pressing twice gives the work that is under way.
/// </summary>
[SignedIn]
public sealed record ExportOwnData : ICommand<JobAccepted>;

internal sealed class ExportOwnDataHandler(
    IDatabase database,
    ICurrentUser user,
    IJobQueue jobs,
    IAuditLog audit,
    TimeProvider time
) : IRequestHandler<ExportOwnData, Result<JobAccepted>>
{
    public async Task<Result<JobAccepted>> Handle(ExportOwnData request, CancellationToken cancellationToken)
    {
        var account = AccountId.From(user.UserId);
        if (!await database.Set<Account>().AnyAsync(own => own.Id == account, cancellationToken))
            return OwnDataErrors.NoPerson();
        var running = await database
            .Set<OwnDataExport>()
            .Where(export => export.AccountId == user.UserId)
            .Join(database.Set<Job>().UnderWay(), export => export.JobId, job => job.Id, (export, job) => job)
            .Select(job => (Guid?)job.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (running is { } known)
            return new JobAccepted(known);
        var id = Guid.CreateVersion7();
        var job = jobs.Enqueue(new ExportOwnDataJob(id, user.UserId, user.EmployeeId?.Value), user.DisplayName);
        database.Set<OwnDataExport>().Add(OwnDataExport.Request(user.UserId, job, id, time.GetUtcNow()));
        audit.Record(nameof(ExportOwnData), nameof(Account), user.UserId, user.DisplayName);
        return new JobAccepted(job);
    }
}
