namespace Pionir.Build;

/// <summary>Node and npm: new enough, and the packages of a folder as its lock file says.</summary>
public static class NodeTools
{
    private static readonly Version Oldest = new(20, 19);

    public static async Task RequireAsync(CancellationToken cancellationToken)
    {
        const string remedy =
            "Install Node.js 20.19 or newer with npm: https://nodejs.org, or your system's packages (nodejs, npm).";
        if (Shell.Find("node") is not { } node || Shell.Find("npm") is null)
        {
            throw new BuildException("Node.js with npm is missing.", remedy);
        }
        var outcome = await Shell.TryRunAsync(node, ["--version"], cancellationToken);
        if (!Version.TryParse(outcome.Output.Trim().TrimStart('v'), out var version) || version < Oldest)
        {
            throw new BuildException($"Node.js {outcome.Output.Trim()} is too old.", remedy);
        }
    }

    /// <summary>Exactly what the lock file says; nothing to do when it has not changed.</summary>
    public static async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        await RequireAsync(cancellationToken);
        var state = Fingerprint.Of(
            $"npm-{folder.Replace('/', '-')}",
            $"{folder}/package.json",
            $"{folder}/package-lock.json"
        );
        if (state.IsCurrent($"{folder}/node_modules"))
        {
            return;
        }
        var install = await Say.TimedAsync(
            $"Installing the packages of {folder}",
            () =>
                Shell.TryRunAsync(
                    "npm",
                    ["ci", "--no-audit", "--no-fund", "--loglevel=error"],
                    cancellationToken,
                    folder: Repository.Path(folder)
                )
        );
        if (install.ExitCode != 0)
        {
            throw new BuildException(
                Network.WasMissing(install.Output)
                    ? $"npm cannot reach its registry, and the packages of {folder} are not on this machine yet."
                    : $"The packages of {folder} cannot be installed (npm ci, exit code {install.ExitCode}).",
                Shell.LastLines(install.Output, 10)
            );
        }
        state.Save();
    }

    public static async Task<Shell.Outcome> ScriptAsync(
        string folder,
        string[] command,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string?>? environment = null,
        Action<string>? live = null
    )
    {
        var quiet = new Dictionary<string, string?> { ["NG_CLI_ANALYTICS"] = "false", ["NO_COLOR"] = "1" };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            quiet[name] = value;
        }
        return await Shell.TryRunAsync(
            // Not through npx, which takes its time to find what is known to lie here.
            Repository.Path($"{folder}/node_modules/.bin/{command[0]}"),
            command[1..],
            cancellationToken,
            Repository.Path(folder),
            quiet,
            live
        );
    }
}
