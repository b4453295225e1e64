using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Notifications;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;

namespace Pionir.Application.Identity;

/// <summary>
/// Whoever receives an employee's invitation becomes that employee, so four eyes would end with an administrator who may
/// choose the address. It is HR's; where HR has none, the superior and the HR officers learn of the one that was taken.
/// </summary>
internal sealed class InvitationAddresses(
    IDatabase database,
    IEmployeeDirectory employees,
    IUnitTree units,
    INotifier notifier,
    AccountMails mails,
    ICurrentUser user,
    TimeProvider time
)
{
    /// <summary>How long a change of the address counts as new.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(30);

    public async Task<Result> CheckAsync(Account account, CancellationToken cancellationToken)
    {
        if (account.EmployeeId is not { } owner)
        {
            return Result.Success();
        }
        var cards = await employees.FindAsync([owner], cancellationToken);
        if (!cards.TryGetValue(owner, out var card) || !card.Active)
        {
            return AccountErrors.UnknownEmployee;
        }
        if (!string.IsNullOrWhiteSpace(card.Email))
        {
            return Account.NormaliseEmail(card.Email) == account.Email
                ? await CheckChangeAsync(account, owner, cancellationToken)
                : AccountErrors.NotHrsAddress(card.Email);
        }
        await TellAsync(account, card, cancellationToken);
        return Result.Success();
    }

    /// <summary>
    /// Whoever imports HR's record writes the address too. An address that came lately is not used by the hand that
    /// brought it, and the one before hears of the invitation, for its owner may be the one who is passed over.
    /// </summary>
    private async Task<Result> CheckChangeAsync(Account account, EmployeeId owner, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Fresh;
        var changed = await database
            .Database.SqlQuery<AddressChange>(
                $"""
                SELECT at AS "At", user_id AS "By", details->'Email'->>0 AS "Before" FROM audit_entries
                WHERE root_id = {owner.Value} AND subject_type = 'Employee' AND action = 'ApplyImport' AND at > {since}
                  AND jsonb_exists(details, 'Email')
                ORDER BY at DESC LIMIT 1
                """
            )
            .SingleOrDefaultAsync(cancellationToken);
        if (changed is null)
        {
            return Result.Success();
        }
        if (changed.By == user.UserId)
        {
            return AccountErrors.OwnAddressChange(changed.At + Fresh);
        }
        if (!string.IsNullOrWhiteSpace(changed.Before))
        {
            await mails.TellFormerAddressAsync(account, changed.Before, cancellationToken);
        }
        return Result.Success();
    }

    private async Task TellAsync(Account account, EmployeeCard card, CancellationToken cancellationToken)
    {
        var officers = await database
            .Set<Account>()
            .AsNoTracking()
            .Where(one => one.Status == AccountStatus.Active && one.Roles.Any(held => held.Role == Role.HrOfficer))
            .ToListAsync(cancellationToken);
        var tree = await units.ReadAsync(cancellationToken);
        foreach (var officer in officers.Where(one => Reaches(one, card.UnitId, tree)))
        {
            Tell(Recipient.User(officer.Id.Value));
        }
        if (card.SupervisorId is { } superior)
        {
            Tell(Recipient.Employee(superior));
        }

        void Tell(Recipient to) =>
            notifier.Add(
                new NewNotification(
                    to,
                    "account.invited_without_hr_address",
                    $"/employees/{card.Id.Value}",
                    ("name", card.Name),
                    ("email", account.Email),
                    ("by", user.DisplayName)
                )
            );
    }

    private static bool Reaches(Account officer, UnitId unit, UnitTree tree) =>
        officer.Roles.Any(held =>
            held.Role == Role.HrOfficer
            && (held.UnitId is not { } root || tree.WithDescendants([root]).Contains(unit.Value))
        );

    private sealed record AddressChange(DateTimeOffset At, Guid By, string? Before);
}
