using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Employees;

namespace Pionir.Application.Identity.EventHandlers;

/// <summary>
/// One person, one account. The account of the merged record becomes that of the person; where the kept record has one
/// already, the other is closed with its reason, and its roles are not added up by themselves.
/// </summary>
internal sealed class AccountFollowsMergedPerson(
    IDatabase database,
    ICurrentUser user,
    OpenSessions sessions,
    TimeProvider time
) : INotificationHandler<Happened<EmployeesMerged>>
{
    private const string Reason = "Data pegawai digabungkan; akun lain dari orang yang sama yang berlaku.";

    public async Task Handle(Happened<EmployeesMerged> notification, CancellationToken cancellationToken)
    {
        var merged = notification.Event;
        var accounts = await database
            .Set<Account>()
            .Where(account => account.EmployeeId == merged.KeptId || account.EmployeeId == merged.MergedId)
            .ToListAsync(cancellationToken);
        var old = accounts.Find(account => account.EmployeeId == merged.MergedId);
        if (old is null)
            return;
        if (accounts.Count == 1)
        {
            old.FollowPerson(merged.KeptId);
            return;
        }
        if (old.Disable(AccountId.From(user.UserId), Reason, time.GetUtcNow()).IsSuccess)
            await sessions.EndAsync(old.Id, except: null, cancellationToken);
    }
}
