namespace Pionir.Infrastructure.Demo;

/// <summary>
/// The demo's history is played, not written: whoever plays it stands at the moment of the act, everybody else at
/// the real one. Only the demo environment has this clock.
/// </summary>
internal sealed class DemoClock(TimeProvider real) : TimeProvider
{
    private readonly AsyncLocal<DateTimeOffset?> moment = new();

    public override DateTimeOffset GetUtcNow() => moment.Value ?? real.GetUtcNow();

    /// <summary>Everything in the act happens at this moment; nothing happens in the future.</summary>
    public async Task<T> AtAsync<T>(DateTimeOffset at, Func<Task<T>> act)
    {
        var now = real.GetUtcNow();
        moment.Value = (at < now ? at : now).ToUniversalTime();
        return await act();
    }
}
