namespace Pionir.Infrastructure.Files;

/// <summary>Section <c>Files</c> of the configuration.</summary>
public sealed class FileStoreOptions
{
    /// <summary>
    /// Where contents are kept; several instances share it. With an S3 bucket only uploads on their way lie here, and each
    /// instance has its own.
    /// </summary>
    public string Path { get; set; } = System.IO.Path.Combine(".pionir", "files");

    /// <summary>Address of a clamd (<c>host:3310</c>); empty when there is no scanner.</summary>
    public string? Scanner { get; set; }

    /// <summary>A bucket instead of the folder, when one is named.</summary>
    public S3Options S3 { get; set; } = new();
}

/// <summary>Section <c>Files:S3</c>.</summary>
public sealed class S3Options
{
    public string? Bucket { get; set; }

    /// <summary>Address of the service, such as <c>https://s3.ap-southeast-3.amazonaws.com</c> or one's own.</summary>
    public string? Endpoint { get; set; }
    public string Region { get; set; } = "us-east-1";
    public string AccessKey { get; set; } = "";
    public string SecretKey { get; set; } = "";

    /// <summary>Before every key, so that a bucket can be shared: <c>pionir/</c>.</summary>
    public string Prefix { get; set; } = "";

    public bool IsSet => !string.IsNullOrWhiteSpace(Bucket);
}
