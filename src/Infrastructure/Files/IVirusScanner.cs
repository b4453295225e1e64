namespace Pionir.Infrastructure.Files;

public enum ScanVerdict
{
    Clean,
    Infected,
    Unavailable,
}

/// <summary>Asks a scanner about a content before it is kept.</summary>
internal interface IVirusScanner
{
    Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellationToken);
}
