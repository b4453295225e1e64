using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Pionir.Infrastructure.Idempotency;

/// <summary>
/// The key under which the current request is carried out, if there is one. It goes with the flow of the request: the
/// context's interceptors are made once for all of them.
/// </summary>
public sealed class IdempotentRequest
{
    private readonly AsyncLocal<KeyInUse?> current = new();

    public KeyInUse? Current => current.Value;

    public void Begin(Guid user, string key, Guid attempt) => current.Value = new KeyInUse(user, key, attempt);
}

public sealed record KeyInUse(Guid User, string Key, Guid Attempt);

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
        if (request.Current is { } used && eventData.Context?.Database is { CurrentTransaction: not null } database)
        {
            var marked = await database.ExecuteSqlAsync(
                $"""
                UPDATE idempotency_keys SET committed_at = now()
                WHERE user_id = {used.User} AND key = {used.Key} AND attempt = {used.Attempt}
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
