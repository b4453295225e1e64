using System.Net;
using System.Net.Sockets;

namespace Pionir.Build;

/// <summary>Ports of this machine. Everything the verbs start listens on the loopback address only.</summary>
public static class Network
{
    public const int LastPort = IPEndPoint.MaxPort;

    private static readonly string[] SignsOfNoWay =
    [
        "EAI_AGAIN",
        "ENOTFOUND",
        "ECONNREFUSED",
        "ENETUNREACH",
        "ETIMEDOUT",
    ];

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static void RequireFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            throw new BuildException(
                $"Port {port} is taken by another program.",
                $"Take another with --port {port + 1}, or see who holds it with: ss -ltnp 'sport = :{port}'"
            );
        }
        catch (SocketException e)
        {
            throw new BuildException($"Port {port} cannot be used: {e.Message}.", "Take another with --port.");
        }
    }

    /// <summary>What npm prints when there is no way to its registry.</summary>
    public static bool WasMissing(string output) =>
        SignsOfNoWay.Any(sign => output.Contains(sign, StringComparison.Ordinal));
}
