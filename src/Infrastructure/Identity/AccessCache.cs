using System.Collections.Concurrent;

namespace Pionir.Infrastructure.Identity;

/// <summary>
/// Rights read a moment ago. Emptied whenever anything they rest on changes, here or on another instance; kept
/// nothing at all while the line on which other instances tell of changes is down.
/// </summary>
internal sealed class AccessCache(TimeProvider time)
{
    /// <summary>Ends sessions and delegations by time, which no change announces.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(20);
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<object, (object Value, DateTimeOffset At)> kept = new();
    private int generation;

    /// <summary>Whether changes made elsewhere are heard.</summary>
    public bool IsListening { get; set; }

    public async Task<T?> GetAsync<T>(object key, Func<Task<T?>> read)
        where T : class
    {
        var now = time.GetUtcNow();
        if (kept.TryGetValue(key, out var found) && (now - found.At).Duration() < Life)
        {
            return (T)found.Value;
        }
        var before = Volatile.Read(ref generation);
        var value = await read();
        // What was read may be older than a change that emptied the cache meanwhile.
        if (value is not null && IsListening && before == Volatile.Read(ref generation))
        {
            if (kept.Count >= Most)
            {
                kept.Clear();
            }
            kept[key] = (value, now);
        }
        return value;
    }

    public void Empty()
    {
        Interlocked.Increment(ref generation);
        kept.Clear();
    }
}
