using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Identity;

namespace Pionir.Infrastructure.Identity;

/// <summary>
/// A change of roles counts from the very next request: this instance empties its cache at the commit, without
/// waiting for the database to tell it.
/// </summary>
internal sealed class AccessChanges(AccessCache cache) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is IDatabase database && eventData.Context.ChangeTracker.Entries().Any(Matters))
        {
            database.AfterCommit(_ =>
            {
                cache.Empty();
                return Task.CompletedTask;
            });
        }
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private static bool Matters(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && (
            entry.Entity is Account or RoleAssignment or SignInSession or Delegation or ApiClient
            || (entry.Entity is Credential && entry.Property(nameof(Credential.TotpConfirmedAt)).IsModified)
        );
}
