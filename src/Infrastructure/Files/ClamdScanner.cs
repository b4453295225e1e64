using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Pionir.Infrastructure.Files;

/// <summary>Speaks clamd's INSTREAM; without an address everything passes.</summary>
internal sealed class ClamdScanner(IOptions<FileStoreOptions> options, ILogger<ClamdScanner> logger) : IVirusScanner
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(options.Value.Scanner))
            return ScanVerdict.Clean;
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            return await AskAsync(options.Value.Scanner, content, limit.Token);
        }
        catch (Exception exception) when (exception is SocketException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            logger.LogError(exception, "The virus scanner at {Address} does not answer", options.Value.Scanner);
            return ScanVerdict.Unavailable;
        }
    }

    private static async Task<ScanVerdict> AskAsync(string address, Stream content, CancellationToken cancellationToken)
    {
        var (host, port) = Split(address);
        using var client = new TcpClient();
        await client.ConnectAsync(host, port, cancellationToken);
        await using var line = client.GetStream();
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var buffer = new byte[64 * 1024];
        var length = new byte[4];
        content.Position = 0;
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            BinaryPrimitives.WriteInt32BigEndian(length, read);
            await line.WriteAsync(length, cancellationToken);
            await line.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        await line.WriteAsync(new byte[4], cancellationToken);
        using var reader = new StreamReader(line, Encoding.ASCII);
        var answer = await reader.ReadToEndAsync(cancellationToken);
        if (answer.Contains("FOUND", StringComparison.Ordinal))
            return ScanVerdict.Infected;
        return answer.Contains("OK", StringComparison.Ordinal) ? ScanVerdict.Clean : ScanVerdict.Unavailable;
    }

    private static (string Host, int Port) Split(string address)
    {
        var colon = address.LastIndexOf(':');
        return colon > 0 && int.TryParse(address[(colon + 1)..], out var port)
            ? (address[..colon], port)
            : (address, 3310);
    }
}
