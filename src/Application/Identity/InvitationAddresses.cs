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
    ICurrentUser user
)
{
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
                ? Result.Success()
                : AccountErrors.NotHrsAddress(card.Email);
        }
        await TellAsync(account, card, cancellationToken);
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
}
