using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Queries;

/// <summary>Whom the head can hand the office to: active accounts of employees, by part of the name.</summary>
[Requires(Permission.DelegationManage)]
public sealed record FindDelegates(string? Q) : IQuery<IReadOnlyList<DelegateOption>>;

public sealed record DelegateOption(Guid Id, string Name);

internal sealed class FindDelegatesHandler(IDatabase database, ICurrentUser user)
    : IRequestHandler<FindDelegates, Result<IReadOnlyList<DelegateOption>>>
{
    private const int Most = 20;

    public async Task<Result<IReadOnlyList<DelegateOption>>> Handle(
        FindDelegates request,
        CancellationToken cancellationToken
    )
    {
        var part = (request.Q ?? "").Trim().ToLowerInvariant();
        var self = AccountId.From(user.UserId);
#pragma warning disable CA1304, CA1311, CA1862 // Becomes lower() in SQL, where the index is.
        var rows = await database
            .Set<Account>()
            .AsNoTracking()
            .Where(account => account.Id != self && account.Status == AccountStatus.Active)
            .Where(account => account.EmployeeId != null)
            .Where(account => (account.Name + " " + account.Email).ToLower().Contains(part))
            .OrderBy(account => account.Name)
            .Take(Most)
            .Select(account => new DelegateOption(account.Id.Value, account.Name))
            .ToListAsync(cancellationToken);
#pragma warning restore CA1304, CA1311, CA1862
        return rows;
    }
}
