namespace Pionir.Infrastructure.Files;

/// <summary>Section <c>Files</c> of the configuration.</summary>
public sealed class FileStoreOptions
{
    /// <summary>Where contents are kept; several instances share it.</summary>
    public string Path { get; set; } = System.IO.Path.Combine(".pionir", "files");

    /// <summary>Address of a clamd (<c>host:3310</c>); empty when there is no scanner.</summary>
    public string? Scanner { get; set; }
}
