namespace Pionir.Build;

/// <summary>Installs what is missing, on Debian and its children, when that is allowed.</summary>
public static class Debian
{
    private static bool listsAreFresh;

    /// <returns>False where it cannot be done: not root, or no apt-get.</returns>
    public static async Task<bool> InstallAsync(string package, CancellationToken cancellationToken)
    {
        if (!Shell.IsRoot || Shell.Find("apt-get") is not { } apt)
        {
            return false;
        }
        var quietly = new Dictionary<string, string?> { ["DEBIAN_FRONTEND"] = "noninteractive" };
        if (!listsAreFresh)
        {
            await Say.TimedAsync(
                "Updating the package lists",
                () => Shell.TryRunAsync(apt, ["update", "-qq"], cancellationToken, environment: quietly)
            );
            listsAreFresh = true;
        }
        await Say.TimedAsync(
            $"Installing {package}",
            () =>
                Shell.RunAsync(
                    $"Installing {package}",
                    apt,
                    ["install", "-y", "-qq", "--no-install-recommends", package],
                    cancellationToken,
                    environment: quietly
                )
        );
        return true;
    }
}
