using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing.Patterns;
using Npgsql;
using Pionir.Api.Tests.Faults;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Imports;
using Pionir.Domain.Trainings;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Security;

/// <summary>
/// Something real of every kind, so that hostile input gets past "not found": trainings in every state with people in
/// many, certificates, ledger entries, imports, accounts.
/// </summary>
public sealed class FuzzBed : SceneBed
{
    /// <summary>The table behind a word of an address, or behind the name of an id in a document.</summary>
    private static readonly Dictionary<string, string> Tables = new()
    {
        ["trainings"] = "trainings",
        ["catalogue"] = "trainings",
        ["sessions"] = "sessions",
        ["participants"] = "participants",
        ["attendance"] = "participants",
        ["employees"] = "employees",
        ["supervisors"] = "employees",
        ["units"] = "units",
        ["users"] = "accounts",
        ["delegates"] = "accounts",
        ["roles"] = "role_assignments",
        ["imports"] = "imports",
        ["jobs"] = "jobs",
        ["certificates"] = "certificates",
        ["certificate-batches"] = "certificate_batches",
        ["number-series"] = "number_series",
        ["api-clients"] = "api_clients",
        ["delegations"] = "delegations",
        ["items"] = "reference_items",
        ["entries"] = "ledger_entries",
    };

    private readonly Dictionary<string, List<(string Id, string? Training)>> known = [];

    public TestUser User { get; private set; } = TestUser.Everything;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await this.AccountAsync((Role.HeadOfCentre, null));
        await this.AccountAsync((Role.TrainingOfficer, null));
        await this.DryRunAsync(ImportKind.Units, Roster.Units);
        foreach (var state in Enum.GetNames<TrainingState>())
        {
            var training = await this.TrainingAsync(state, quota: 20, startsIn: 10);
            foreach (var standing in new[] { "Nominated", "Approved", "Invited" })
            {
                await this.PeopleAsync(training, standing, 2);
            }
        }
        var attended = await this.AttendedAsync(people: 3);
        await this.AttendedAsync(people: 3);
        var completed = await this.CompletedAsync(employees: 3, externals: 1);
        foreach (var path in new[] { $"trainings/{attended}/complete", $"trainings/{completed}/certificates" })
        {
            (await Client(User).PostAsJsonAsync($"/api/v1/{path}", new { })).EnsureSuccessStatusCode();
        }
        await UntilAsync($"SELECT NOT EXISTS (SELECT FROM jobs WHERE state IN ('Queued', 'Running'))");
        User = User.As(await ScalarAsync<Guid>($"SELECT id FROM employees LIMIT 1"));
        foreach (var table in Tables.Values.Distinct())
        {
            known[table] = await ReadAsync(table);
        }
    }

    /// <summary>An id such as the property of this name would hold; of nothing when nothing is known by the name.</summary>
    public string Id(string name, Random random)
    {
        var word = name.EndsWith("Ids", StringComparison.Ordinal)
            ? name[..^3]
            : name.Replace("Id", "", StringComparison.Ordinal);
        return Tables.TryGetValue(word + "s", out var table)
            ? Pick(known[table], random)!.Value.Id
            : Guid.NewGuid().ToString();
    }

    /// <summary>The address of something that is there, its parts belonging together.</summary>
    public string Address(RoutePattern pattern, Random random, string? text = null)
    {
        var values = new Dictionary<string, string>();
        string? training = null;
        string? table = null;
        var parts = pattern.PathSegments.Select(segment => segment.Parts).ToList();
        // From the end: a session first, then the training it is of.
        for (var at = parts.Count - 1; at > 0; at--)
        {
            var before = parts[at - 1].OfType<RoutePatternLiteralPart>().LastOrDefault()?.Content;
            foreach (var parameter in parts[at].OfType<RoutePatternParameterPart>())
            {
                var isGuid =
                    pattern.ParameterPolicies.TryGetValue(parameter.Name, out var policies)
                    && policies.Any(policy => policy.Content == "guid");
                if (isGuid && before is not null && Tables.TryGetValue(before, out table))
                {
                    var rows = known[table];
                    var row =
                        table == "trainings" && training is not null
                            ? (training, null)
                            : Pick(
                                [
                                    .. rows.Where(row =>
                                        training is null || row.Training is null || row.Training == training
                                    ),
                                ],
                                random
                            );
                    values[parameter.Name] = row?.Id ?? Guid.NewGuid().ToString();
                    training ??= row?.Training;
                }
            }
        }
        return Requests.Address(pattern, text, values);
    }

    private static (string Id, string? Training)? Pick(List<(string Id, string? Training)> rows, Random random) =>
        rows.Count == 0 ? null : rows[random.Next(rows.Count)];

    private async Task<List<(string Id, string? Training)>> ReadAsync(string table)
    {
        await using var connection = new NpgsqlConnection(Database.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"SELECT id::text, to_jsonb(t) ->> 'training_id' FROM {table} t ORDER BY id",
            connection
        );
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(string, string?)>();
        while (await reader.ReadAsync())
        {
            rows.Add((reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1)));
        }
        return rows;
    }

    private async Task UntilAsync(FormattableString question)
    {
        while (!await ScalarAsync<bool>(question))
        {
            await Task.Delay(50);
        }
    }
}
