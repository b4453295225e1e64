using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Faults;

/// <summary>The API as it is installed: a process of its own, on a loopback port that the system chooses.</summary>
internal sealed partial class ApiProcess : IAsyncDisposable
{
    private const int KeptLines = 60;

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ApiProcess(Process process) => this.process = process;

    public Uri Address { get; private set; } = null!;

    /// <summary>The end of what it wrote, for a test that fails.</summary>
    public string Log => string.Join('\n', lines);

    public static async Task<ApiProcess> StartAsync(
        IReadOnlyDictionary<string, string> settings,
        int port,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        // What these tests are about is behind the door; nobody in them has a phone.
        start.Environment["SecondStep"] = "Nobody";
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
        var api = new ApiProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        api.Listen();
        await using var gaveUp = cancellationToken.Register(() => api.listening.TrySetCanceled(cancellationToken));
        api.Address = await api.listening.Task;
        return api;
    }

    /// <summary>A page that belongs to this process: cookies, anti-forgery header.</summary>
    public PageClient Page() => new(Address);

    /// <summary>SIGKILL: it learns nothing of its end.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillWithUs;
        if (!process.HasExited)
        {
            await KillAsync();
        }
        process.Dispose();
    }

    /// <summary>A test run that is broken off leaves no server behind.</summary>
    private void KillWithUs(object? sender, EventArgs ended) => process.Kill();

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) =>
        {
            // Until its last line has been read.
            process.WaitForExit();
            listening.TrySetException(new InvalidOperationException($"The API ended:\n{Log}"));
        };
        AppDomain.CurrentDomain.ProcessExit += KillWithUs;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }
        lines.Enqueue(line);
        while (lines.Count > KeptLines)
        {
            lines.TryDequeue(out _);
        }
        if (NowListening().Match(line) is { Success: true } match)
        {
            listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex NowListening();
}
