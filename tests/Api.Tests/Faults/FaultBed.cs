using Npgsql;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Imports;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Faults;

/// <summary>
/// A database, a folder of files and a mail server for real API processes. Everything is put in place first through an
/// API in this process, which is gone before they start.
/// </summary>
public sealed class FaultBed : SceneBed
{
    private readonly string files = Path.Combine(Path.GetTempPath(), $"pionir-faults-{Guid.NewGuid():N}");
    private readonly MailSink mails = new();

    internal IReadOnlyCollection<string> MessageIds => mails.MessageIds;

    public Account Officer { get; private set; } = null!;

    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string> { ["Files:Path"] = files };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await this.ImportAsync(ImportKind.Units, Roster.Units);
        await this.AccountAsync((Role.HeadOfCentre, null));
        Officer = await this.AccountAsync((Role.TrainingOfficer, null), (Role.Admin, null));
        await Host.DisposeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await mails.DisposeAsync();
        if (Directory.Exists(files))
        {
            Directory.Delete(files, recursive: true);
        }
    }

    internal Task<ApiProcess> StartAsync(int port, CancellationToken cancellationToken) =>
        ApiProcess.StartAsync(
            new Dictionary<string, string>
            {
                ["ConnectionStrings:Pionir"] = Database.AppConnection,
                ["ConnectionStrings:PionirOwner"] = Database.OwnerConnection,
                ["Files:Path"] = files,
                ["PublicAddress"] = "https://pionir.contoh.go.id",
                ["Identity:PasswordIterations"] = "1000",
                ["RateLimits:Door"] = "0",
                ["RateLimits:Hall"] = "0",
                ["RateLimits:Checks"] = "0",
                ["RateLimits:Public"] = "0",
                ["RateLimits:SignedIn"] = "0",
                ["Mail:Host"] = "127.0.0.1",
                ["Mail:Port"] = $"{mails.Port}",
                // Whoever died is missed after seconds instead of minutes.
                ["Mail:ClaimTime"] = "00:00:02",
                ["Jobs:Lease"] = "00:00:02",
                ["Jobs:Checkin"] = "00:00:01",
                ["Idempotency:DeadAfter"] = "00:00:01",
                ["Logging:Console:FormatterName"] = "simple",
            },
            port,
            cancellationToken
        );

    /// <summary>Another account, without a role, that signs in with the password everybody has here.</summary>
    public async Task<string> ColleagueAsync(Guid? employee = null)
    {
        var (account, email) = (Guid.CreateVersion7(), $"rekan.{Guid.NewGuid():N}@contoh.go.id");
        await SqlAsync(
            $"""
            INSERT INTO accounts SELECT (jsonb_populate_record(a, jsonb_build_object(
                'id', {account}::uuid, 'email', {email}::text, 'employee_id', {employee}::uuid))).*
            FROM accounts a WHERE a.id = {Officer.Id.Value}
            """
        );
        await SqlAsync(
            $"""
            INSERT INTO credentials SELECT (jsonb_populate_record(c, jsonb_build_object('account_id', {account}::uuid))).*
            FROM credentials c WHERE c.account_id = {Officer.Id.Value}
            """
        );
        return email;
    }

    internal async Task<bool> IsSoAsync(string question)
    {
        await using var connection = new NpgsqlConnection(Database.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(question, connection);
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Looks until the answer is yes.</summary>
    public async Task UntilAsync(FormattableString question, CancellationToken cancellationToken)
    {
        while (!await ScalarAsync<bool>(question))
        {
            await Task.Delay(100, cancellationToken);
        }
    }
}
