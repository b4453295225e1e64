namespace Pionir.Infrastructure.Jobs;

/// <summary>Wakes the runner of this instance at once; runners of other instances look every second or so.</summary>
internal sealed class JobSignal : IDisposable
{
    private readonly SemaphoreSlim waiting = new(0);

    public void Wake() => waiting.Release();

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) =>
        waiting.WaitAsync(atMost, cancellationToken);

    public void Dispose() => waiting.Dispose();
}
