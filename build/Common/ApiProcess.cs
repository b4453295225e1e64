using System.Diagnostics;

namespace Pionir.Build;

/// <summary>The built API as a process of its own, its log in a file.</summary>
public sealed class ApiProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(40);

    private readonly Process process;
    private readonly StreamWriter log;
    private readonly string logFile;

    private ApiProcess(Process process, StreamWriter log, string logFile, Uri address)
    {
        this.process = process;
        this.log = log;
        this.logFile = logFile;
        Address = address;
    }

    public Uri Address { get; }

    public int Id => process.Id;

    /// <param name="program">Null is the one that was built last; else one that was published.</param>
    public static async Task<ApiProcess> StartAsync(
        int port,
        string logFile,
        IReadOnlyDictionary<string, string?> environment,
        CancellationToken cancellationToken,
        string? program = null
    )
    {
        var address = new Uri($"http://localhost:{port}");
        var settings = new Dictionary<string, string?>(environment)
        {
            ["ASPNETCORE_URLS"] = $"http://localhost:{port}",
            ["DOTNET_NOLOGO"] = "1",
        };
        if (Environment.GetEnvironmentVariable("PublicAddress") is null)
        {
            // What is seeded before anybody asks has addresses too: behind QR codes and in credentials.
            settings.TryAdd("PublicAddress", address.ToString());
        }
        if (Product.PageFolder is { } page)
        {
            settings["ASPNETCORE_WEBROOT"] = page;
        }
        var start = Shell.Create("dotnet", [program ?? Product.ApiProgram], Repository.Path("src/Api"), settings);
        Directory.CreateDirectory(Path.GetDirectoryName(logFile)!);
        var log = new StreamWriter(logFile, append: false) { AutoFlush = true };
        start.OutputDataReceived += (_, line) => Write(log, line.Data);
        start.ErrorDataReceived += (_, line) => Write(log, line.Data);
        Shell.Start(start);
        start.BeginOutputReadLine();
        start.BeginErrorReadLine();
        var api = new ApiProcess(start, log, logFile, address);
        try
        {
            await api.WaitUntilReadyAsync(cancellationToken);
            return api;
        }
        catch
        {
            await api.DisposeAsync();
            throw;
        }
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken) => process.WaitForExitAsync(cancellationToken);

    public string LogEnd(int lines = 30)
    {
        lock (log)
        {
            return Shell.LastLines(File.ReadAllText(logFile), lines);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            Shell.Terminate(process);
            using var limit = new CancellationTokenSource(StopLimit);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        process.Dispose();
        await log.DisposeAsync();
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        var watch = Stopwatch.StartNew();
        while (!process.HasExited && watch.Elapsed < StartLimit)
        {
            try
            {
                using var answer = await http.GetAsync("/health/ready", cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
            await Task.Delay(100, cancellationToken);
        }
        throw new BuildException(
            process.HasExited ? $"The API ended with exit code {process.ExitCode}." : "The API is not getting ready.",
            $"{LogEnd()}\n\nWhole log: {logFile}"
        );
    }

    private static void Write(StreamWriter log, string? line)
    {
        if (line is null)
        {
            return;
        }
        lock (log)
        {
            try
            {
                log.WriteLine(line);
            }
            catch (ObjectDisposedException)
            {
                // A last line may come after the end of the process was seen.
            }
        }
    }
}
