using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Queries;

/// <summary>Acting heads, latest first.</summary>
[Requires(Permission.DelegationManage, Permission.AuditRead)]
public sealed record ListDelegations(PageRequest Page) : IQuery<Page<DelegationRow>>;

/// <param name="CanEnd">In force or still to come.</param>
public sealed record DelegationRow(
    Guid Id,
    Guid DelegateId,
    string DelegateName,
    ActingKind Kind,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string LetterNumber,
    DelegationState State,
    string CreatedByName,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EndedAt,
    string? EndReason,
    bool CanEnd
);

public enum DelegationState
{
    ToCome,
    InForce,
    Over,

    /// <summary>Taken back before its last day.</summary>
    Ended,
}

internal sealed class ListDelegationsHandler(IDatabase database, ICurrentUser user, IInstitutionClock clock)
    : IRequestHandler<ListDelegations, Result<Page<DelegationRow>>>
{
    public async Task<Result<Page<DelegationRow>>> Handle(ListDelegations request, CancellationToken cancellationToken)
    {
        var today = await clock.TodayAsync(cancellationToken);
        var mayEnd = user.Has(Permission.DelegationManage);
        var delegations = database.Set<Delegation>().AsNoTracking();
        var accounts = database.Set<Account>();
        var total = await delegations.CountAsync(cancellationToken);
        var rows = await delegations
            .OrderByDescending(delegation => delegation.StartsOn)
            .ThenByDescending(delegation => delegation.CreatedAt)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .Select(delegation => new
            {
                Delegation = delegation,
                Delegate = accounts.Where(a => a.Id == delegation.DelegateId).Select(a => a.Name).First(),
                By = accounts.Where(a => a.Id == delegation.CreatedBy).Select(a => a.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return new Page<DelegationRow>(
            [.. rows.Select(row => Row(row.Delegation, row.Delegate, row.By ?? "", today, mayEnd))],
            total,
            request.Page.Number,
            request.Page.Size
        );
    }

    private static DelegationRow Row(Delegation delegation, string name, string by, DateOnly today, bool mayEnd)
    {
        var state =
            delegation.EndedAt is not null ? DelegationState.Ended
            : delegation.EndsOn < today ? DelegationState.Over
            : delegation.StartsOn <= today ? DelegationState.InForce
            : DelegationState.ToCome;
        return new DelegationRow(
            delegation.Id.Value,
            delegation.DelegateId.Value,
            name,
            delegation.Kind,
            delegation.StartsOn,
            delegation.EndsOn,
            delegation.LetterNumber,
            state,
            by,
            delegation.CreatedAt,
            delegation.EndedAt,
            delegation.EndReason,
            mayEnd && state is (DelegationState.InForce or DelegationState.ToCome)
        );
    }
}
