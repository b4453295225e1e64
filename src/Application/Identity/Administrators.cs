using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity;

/// <summary>An installation without administrator could not be mended from its own pages.</summary>
internal sealed class Administrators(IDatabase database)
{
    private const long LockKey = 5_270_001;

    /// <summary>Takes turns: two administrators who remove each other at the same moment must not both succeed.</summary>
    public async Task<Result> OneRemainsWithoutAsync(AccountId account, CancellationToken cancellationToken)
    {
        await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancellationToken);
        var others = await database
            .Set<Account>()
            .AnyAsync(
                other =>
                    other.Id != account
                    && other.Status == AccountStatus.Active
                    && other.Roles.Any(given => given.Role == Role.Admin),
                cancellationToken
            );
        return others ? Result.Success() : AccountErrors.LastAdministrator;
    }
}
