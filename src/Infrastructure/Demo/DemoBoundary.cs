using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Pionir.Infrastructure.Demo;

/// <summary>
/// Demo and real installations never share a database: the demo's accounts have a password that everybody knows and its
/// mail can be read by anybody.
/// </summary>
public sealed class DemoBoundary(IHostEnvironment environment, NpgsqlDataSource database)
{
    private const string NotForUse =
        "This database holds demo data, with accounts whose password everybody knows. Name a database of its own in "
        + "ConnectionStrings__Pionir and ConnectionStrings__PionirOwner, or start it as the demo that it is, with "
        + "ASPNETCORE_ENVIRONMENT=Demo.";
    private const string NotForPlay =
        "This database holds a real installation, and the demo would open its mail and add accounts whose password "
        + "everybody knows. Start without ASPNETCORE_ENVIRONMENT=Demo, or name another database in "
        + "ConnectionStrings__Pionir and ConnectionStrings__PionirOwner.";

    /// <summary>Marks an empty database when the demo first comes to it; afterwards each stays what it is.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken = default)
    {
        // Tests bring the data of former versions forward, and those are demos.
        if (environment.IsEnvironment("Test"))
        {
            return;
        }
        var demo = environment.IsEnvironment("Demo");
        var (marked, inUse) = await LookAsync(cancellationToken);
        if (marked && !demo)
        {
            throw new WrongEnvironmentException(NotForUse);
        }
        if (marked || !demo)
        {
            return;
        }
        if (inUse)
        {
            throw new WrongEnvironmentException(NotForPlay);
        }
        await using var mark = database.CreateCommand("INSERT INTO demo_marks DEFAULT VALUES ON CONFLICT DO NOTHING");
        await mark.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<(bool Marked, bool InUse)> LookAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "SELECT EXISTS (SELECT FROM demo_marks), EXISTS (SELECT FROM accounts) OR EXISTS (SELECT FROM employees)"
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetBoolean(0), reader.GetBoolean(1));
    }
}

/// <summary>The installation cannot start as it was told to; the message says what its operator has to do.</summary>
public sealed class WrongEnvironmentException(string message) : Exception(message);
