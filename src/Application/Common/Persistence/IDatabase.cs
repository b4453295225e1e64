using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Pionir.Application.Common.Persistence;

/// <summary>The database as use cases see it. Commands run inside the transaction of the unit of work.</summary>
public interface IDatabase
{
    DbSet<T> Set<T>()
        where T : class;

    /// <summary>The connection and transaction, for SQL that works on many rows at once.</summary>
    DatabaseFacade Database { get; }

    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);

    /// <summary>Runs after the commit, and not at all when the transaction is rolled back.</summary>
    void AfterCommit(Func<CancellationToken, Task> act);
}
