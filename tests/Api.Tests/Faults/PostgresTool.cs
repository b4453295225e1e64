using System.Diagnostics;
using Npgsql;

namespace Pionir.Api.Tests.Faults;

/// <summary>pg_dump and its brothers: those beside the server of the tests, else those on the PATH.</summary>
internal static class PostgresTool
{
    public static Task RunAsync(string tool, params string[] arguments)
    {
        var folder = Environment.GetEnvironmentVariable("PIONIR_TEST_POSTGRESQL");
        return ProgramAsync(string.IsNullOrEmpty(folder) ? tool : Path.Combine(folder, tool), arguments);
    }

    public static async Task ProgramAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program}: {await error}");
    }

    /// <summary>As libpq reads it.</summary>
    public static string Address(string connection)
    {
        var parts = new NpgsqlConnectionStringBuilder(connection);
        var (user, password) = (Uri.EscapeDataString(parts.Username!), Uri.EscapeDataString(parts.Password!));
        return $"postgresql://{user}:{password}@{parts.Host}:{parts.Port}/{parts.Database}";
    }
}
