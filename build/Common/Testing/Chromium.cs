namespace Pionir.Build.Testing;

/// <summary>The browser of the end-to-end tests: the machine's own, on Debian installed when it is missing.</summary>
public static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    public static async Task<string> FindAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("PIONIR_CHROMIUM") is { Length: > 0 } named)
        {
            return named;
        }
        if (OnPath() is null)
        {
            await Debian.InstallAsync("chromium", cancellationToken);
        }
        return OnPath()
            ?? throw new BuildException(
                "No Chromium for the end-to-end tests.",
                "Install it (Debian: apt-get install chromium) or name it in PIONIR_CHROMIUM."
            );
    }

    private static string? OnPath() => Names.Select(Shell.Find).FirstOrDefault(path => path is not null);
}
