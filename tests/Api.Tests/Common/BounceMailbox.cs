using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Pionir.Api.Tests.Common;

/// <summary>The few words of POP3 (RFC 1939) that a reader needs; deletes at the goodbye, as the standard says.</summary>
internal sealed class BounceMailbox : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closed = new();
    private readonly ConcurrentDictionary<int, string> mails = new();

    public BounceMailbox(params string[] contents)
    {
        foreach (var (index, content) in contents.Index())
            mails[index + 1] = content;
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Read { get; private set; }

    public IReadOnlyList<string> Left => [.. mails.OrderBy(mail => mail.Key).Select(mail => mail.Value)];

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
                await ServeAsync(await listener.AcceptTcpClientAsync(closed.Token));
        }
        catch (Exception ended)
            when (ended is OperationCanceledException or SocketException or ObjectDisposedException or IOException)
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
        var numbers = mails.Keys.Order().ToList();
        var present = numbers.ConvertAll(number => (Number: number, Content: mails[number]));
        var deleted = new List<int>();
        await writer.WriteLineAsync("+OK ready");
        while (await reader.ReadLineAsync(closed.Token) is { } line)
        {
            var words = line.Split(' ');
            var number = words.Length > 1 && int.TryParse(words[1], out var typed) ? typed : 0;
            switch (words[0].ToUpperInvariant())
            {
                case "CAPA":
                    await writer.WriteLineAsync("+OK\r\nUIDL\r\nUSER\r\n.");
                    break;
                case "STAT":
                    await writer.WriteLineAsync($"+OK {present.Count} {present.Sum(mail => mail.Content.Length)}");
                    break;
                case "UIDL":
                    await ListAsync(writer, present.Select((mail, index) => $"{index + 1} u{mail.Number}"));
                    break;
                case "LIST":
                    await ListAsync(writer, present.Select((mail, index) => $"{index + 1} {mail.Content.Length}"));
                    break;
                case "RETR":
                    Read++;
                    await writer.WriteLineAsync($"+OK\r\n{present[number - 1].Content}\r\n.");
                    break;
                case "DELE":
                    deleted.Add(present[number - 1].Number);
                    await writer.WriteLineAsync("+OK");
                    break;
                case "QUIT":
                    deleted.ForEach(one => mails.TryRemove(one, out _));
                    await writer.WriteLineAsync("+OK bye");
                    return;
                default:
                    await writer.WriteLineAsync("+OK");
                    break;
            }
        }
    }

    private static Task ListAsync(StreamWriter writer, IEnumerable<string> lines) =>
        writer.WriteLineAsync(string.Join("\r\n", ["+OK", .. lines, "."]));
}
