using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Pionir.Build;

/// <summary>Runs other programs. Nothing is passed through a shell, so nothing needs quoting.</summary>
public static class Shell
{
    public sealed record Outcome(int ExitCode, string Output);

    /// <summary>Runs to the end, keeping what it prints; with <paramref name="live"/> it is shown as it comes.</summary>
    public static async Task<Outcome> TryRunAsync(
        string program,
        IEnumerable<string> arguments,
        CancellationToken cancellationToken,
        string? folder = null,
        IReadOnlyDictionary<string, string?>? environment = null,
        Action<string>? live = null
    )
    {
        using var process = Create(program, arguments, folder, environment);
        var output = new StringBuilder();
        void Take(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null)
            {
                return;
            }
            lock (output)
            {
                output.AppendLine(line.Data);
            }
            live?.Invoke(line.Data);
        }
        process.OutputDataReceived += Take;
        process.ErrorDataReceived += Take;
        Start(process);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return new Outcome(process.ExitCode, output.ToString());
    }

    /// <summary>As <see cref="TryRunAsync"/>, but a failure ends the verb with the end of what was printed.</summary>
    public static async Task<string> RunAsync(
        string what,
        string program,
        IEnumerable<string> arguments,
        CancellationToken cancellationToken,
        string? folder = null,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        var outcome = await TryRunAsync(program, arguments, cancellationToken, folder, environment);
        return outcome.ExitCode == 0
            ? outcome.Output
            : throw new BuildException($"{what} failed (exit code {outcome.ExitCode}).", LastLines(outcome.Output, 40));
    }

    public static Process Create(
        string program,
        IEnumerable<string> arguments,
        string? folder = null,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder ?? Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Set by "dotnet run" for this verb alone; handed on, they would confuse the builds it starts.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment.Remove("MSBuildSDKsPath");
        start.Environment.Remove("MSBuildExtensionsPath");
        start.Environment.Remove("DOTNET_LAUNCH_PROFILE");
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }
        return new Process { StartInfo = start };
    }

    public static void Start(Process process)
    {
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new BuildException($"{process.StartInfo.FileName} cannot be started: {e.Message}.");
        }
    }

    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    /// <summary>Asks a process to end, as a service manager would.</summary>
    public static void Terminate(Process process) => _ = Kill(process.Id, 15);

    public static bool IsRoot { get; } = !OperatingSystem.IsWindows() && EffectiveUserId() == 0;

    public static string LastLines(string text, int count) =>
        string.Join('\n', text.TrimEnd().Split('\n').TakeLast(count));

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUserId();
}
