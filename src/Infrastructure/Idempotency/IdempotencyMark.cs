using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Pionir.Infrastructure.Idempotency;

/// <summary>The key under which the current request is carried out, if there is one.</summary>
public sealed class IdempotentRequest
{
    public Guid User { get; private set; }
    public string? Key { get; private set; }
    public Guid Attempt { get; private set; }

    public void Begin(Guid user, string key, Guid attempt) => (User, Key, Attempt) = (user, key, attempt);
}

/// <summary>
/// Writes into the transaction of the change that its key is used up. Killed between commit and answer, the request
/// is not carried out a second time; and an attempt that was taken over cannot commit any more.
/// </summary>
internal sealed class IdempotencyMark(IdempotentRequest request) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (request.Key is not null && eventData.Context?.Database is { CurrentTransaction: not null } database)
        {
            var marked = await database.ExecuteSqlAsync(
                $"""
                UPDATE idempotency_keys SET committed_at = now()
                WHERE user_id = {request.User} AND key = {request.Key} AND attempt = {request.Attempt}
                """,
                cancellationToken
            );
            if (marked == 0)
            {
                throw new DbUpdateConcurrencyException("Another attempt took this request over.");
            }
        }
        return await base.SavingChangesAsync(eventData, result, cancellationToken);
    }
}
