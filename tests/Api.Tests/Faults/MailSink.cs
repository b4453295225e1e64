using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Pionir.Api.Tests.Faults;

/// <summary>A mail server that takes everything and remembers the Message-ID of each mail it said yes to.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closed = new();

    public MailSink()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public ConcurrentQueue<string> MessageIds { get; } = new();

    /// <summary>Who each mail says it comes back to.</summary>
    public ConcurrentQueue<string> Senders { get; } = new();

    public ConcurrentQueue<string> Texts { get; } = new();

    /// <summary>What it says to each receiver.</summary>
    public string ReceiverAnswer { get; init; } = "250 ok";

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        listener.Dispose();
        closed.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync(closed.Token));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        var stream = connection.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            await writer.WriteLineAsync("220 sink");
            while (await reader.ReadLineAsync(closed.Token) is { } line)
            {
                var verb = line.Split(' ', 2)[0].ToUpperInvariant();
                if (verb == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    MessageIds.Enqueue(await ReadMailAsync(reader));
                }
                if (verb == "MAIL")
                {
                    Senders.Enqueue(line);
                }
                await writer.WriteLineAsync(
                    verb switch
                    {
                        "QUIT" => "221 bye",
                        "RCPT" => ReceiverAnswer,
                        _ => "250 ok",
                    }
                );
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException)
        {
            // The sender was killed; what it had sent whole by then counts.
        }
    }

    private async Task<string> ReadMailAsync(StreamReader reader)
    {
        var id = "";
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(closed.Token) is { } line)
        {
            if (line == ".")
            {
                Texts.Enqueue(text.ToString());
                return id;
            }
            text.AppendLine(line);
            if (line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))
            {
                id = line["Message-ID:".Length..].Trim();
            }
        }
        throw new IOException("The mail broke off.");
    }
}
