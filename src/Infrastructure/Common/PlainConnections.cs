using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Pionir.Infrastructure.Common;

/// <summary>
/// What leaves the machine is encrypted: connections to the database, mail out and mail back. Whoever has a network of
/// their own between the machines says so; nobody gets there by leaving a setting out.
/// </summary>
public static class PlainConnections
{
    public const string Setting = "PlainConnections";

    /// <returns>Empty when an installation may start; else what its operator has to do.</returns>
    public static string? Missing(IConfiguration configuration, IHostEnvironment environment)
    {
        if (Playground.Is(environment) || configuration.GetValue(Setting, false))
            return null;
        string[] plain = [.. PlainOnes(configuration)];
        return plain.Length == 0
            ? null
            : $"Passwords and personal data would leave this machine unencrypted: {string.Join("; ", plain)}. Where the "
                + $"network between is your own and watched, {Setting}=true lets it be, and start again.";
    }

    private static IEnumerable<string> PlainOnes(IConfiguration configuration)
    {
        foreach (var name in new[] { "Pionir", "PionirOwner" })
        {
            if (configuration.GetConnectionString(name) is { Length: > 0 } text && IsPlain(text))
                yield return $"add SSL Mode=VerifyFull (with Root Certificate=…, or at least SSL Mode=Require) to ConnectionStrings__{name}";
        }
        if (LeavesInClear(configuration["Mail:Host"], configuration.GetValue("Mail:Tls", false)))
            yield return "set Mail__Tls=true";
        if (LeavesInClear(configuration["Mail:Bounces:Host"], configuration.GetValue("Mail:Bounces:Tls", true)))
            yield return "set Mail__Bounces__Tls=true";
    }

    private static bool IsPlain(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        var hosts = (settings.Host ?? "").Split(',', StringSplitOptions.TrimEntries);
        return settings.SslMode < SslMode.Require && hosts.Any(host => !IsHere(WithoutPort(host)));
    }

    private static bool LeavesInClear(string? host, bool tls) => !string.IsNullOrEmpty(host) && !tls && !IsHere(host);

    private static string WithoutPort(string host) =>
        host.LastIndexOf(':') is > 0 and var at && !host[..at].Contains(':', StringComparison.Ordinal)
            ? host[..at]
            : host;

    /// <summary>The same machine, by name, address or socket.</summary>
    private static bool IsHere(string host) =>
        host.Length == 0
        || host.StartsWith('/')
        || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
