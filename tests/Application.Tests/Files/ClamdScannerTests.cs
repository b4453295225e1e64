using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pionir.Infrastructure.Files;

namespace Pionir.Application.Tests.Files;

/// <summary>Against a daemon that speaks the same few words as clamd.</summary>
public sealed class ClamdScannerTests
{
    private static readonly byte[] Content = Encoding.ASCII.GetBytes(new string('x', 150_000));

    [Theory]
    [InlineData("stream: OK\0", ScanVerdict.Clean)]
    [InlineData("stream: Eicar-Signature FOUND\0", ScanVerdict.Infected)]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", ScanVerdict.Unavailable)]
    [InlineData("", ScanVerdict.Unavailable)]
    public async Task Verdict_IsWhatTheDaemonSays_AndSilenceIsNoPermission(string answer, ScanVerdict verdict)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var daemon = AnswerAsync(listener, answer);

        var found = await Scanner(((IPEndPoint)listener.LocalEndpoint).Port)
            .ScanAsync(new MemoryStream(Content), TestContext.Current.CancellationToken);

        found.ShouldBe(verdict);
        (await daemon).ShouldBe(Content.Length);
    }

    [Fact]
    public async Task DaemonThatIsNotThere_LetsNothingPass()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var found = await Scanner(port).ScanAsync(new MemoryStream(Content), TestContext.Current.CancellationToken);

        found.ShouldBe(ScanVerdict.Unavailable);
    }

    private static ClamdScanner Scanner(int port) =>
        new(Options.Create(new FileStoreOptions { Scanner = $"127.0.0.1:{port}" }), NullLogger<ClamdScanner>.Instance);

    /// <returns>How many bytes of content came.</returns>
    private static async Task<int> AnswerAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var line = client.GetStream();
        var command = new byte["zINSTREAM\0".Length];
        await line.ReadExactlyAsync(command);
        var length = new byte[4];
        var received = 0;
        while (true)
        {
            await line.ReadExactlyAsync(length);
            var size = BinaryPrimitives.ReadInt32BigEndian(length);
            if (size == 0)
            {
                break;
            }
            await line.ReadExactlyAsync(new byte[size]);
            received += size;
        }
        await line.WriteAsync(Encoding.ASCII.GetBytes(answer));
        return received;
    }
}
