using Pionir.Application.Organization;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity;

internal static class AccountOwners
{
    /// <summary>Whether the account belongs to somebody in service, as HR's record has it today.</summary>
    public static async Task<bool> HasActiveAsync(
        this IEmployeeDirectory employees,
        Account account,
        CancellationToken cancellationToken
    )
    {
        if (account.EmployeeId is not { } owner)
        {
            return false;
        }
        var cards = await employees.FindAsync([owner], cancellationToken);
        return cards.TryGetValue(owner, out var card) && card.Active;
    }
}
