namespace Pionir.Build;

/// <summary>What a person needs once the product runs: where it is and who they can be.</summary>
public static class Welcome
{
    public static Task ShowAsync(Installation installation, CancellationToken cancellationToken)
    {
        Say.Line();
        Say.Line($"Pionir is ready: {installation.Address}");
        Say.Line($"Database: {installation.DatabaseDescription}");
        Say.Line();
        Say.Line("Ctrl+C stops it; the data stays for the next start.");
        return Task.CompletedTask;
    }
}
