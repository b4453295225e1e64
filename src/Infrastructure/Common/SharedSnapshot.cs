using Microsoft.Extensions.DependencyInjection;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Common;

/// <summary>
/// A small, rarely changed part of the database that every request reads. Kept in memory and read again when its
/// stamp has moved; the stamp is looked at no more than once a second, so that another instance's change is seen
/// within that time and a busy instance still asks only once.
/// </summary>
/// <param name="stamp">A cheap read whose answer differs after every change.</param>
internal sealed class SharedSnapshot<T>(
    IServiceScopeFactory scopes,
    Func<PionirDbContext, CancellationToken, Task<string>> stamp,
    Func<PionirDbContext, CancellationToken, Task<T>> load
) : IDisposable
    where T : class
{
    private const int FreshMilliseconds = 1000;

    private readonly SemaphoreSlim reading = new(1);
    private Kept? kept;
    private int dropped;

    public ValueTask<T> GetAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref kept) is { } current && Environment.TickCount64 - current.LookedAt < FreshMilliseconds
            ? ValueTask.FromResult(current.Value)
            : new ValueTask<T>(LookAsync(cancellationToken));

    /// <summary>After an own change: the next reader sees it at once.</summary>
    public void Drop()
    {
        Interlocked.Increment(ref dropped);
        Volatile.Write(ref kept, null);
    }

    public void Dispose() => reading.Dispose();

    private async Task<T> LookAsync(CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            var before = Volatile.Read(ref kept);
            if (before is not null && Environment.TickCount64 - before.LookedAt < FreshMilliseconds)
                return before.Value;
            var droppedBefore = Volatile.Read(ref dropped);
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<PionirDbContext>();
            var now = await stamp(database, cancellationToken);
            var value = before?.Stamp == now ? before.Value : await load(database, cancellationToken);
            // What was read while somebody changed it may be old already: give it to this reader only.
            if (Volatile.Read(ref dropped) == droppedBefore)
                Volatile.Write(ref kept, new Kept(value, now, Environment.TickCount64));
            return value;
        }
        finally
        {
            reading.Release();
        }
    }

    private sealed record Kept(T Value, string Stamp, long LookedAt);
}
