using Npgsql;
using Pionir.Application.Identity;
using Pionir.Application.Organization;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;

namespace Pionir.Infrastructure.Identity;

/// <summary>
/// Reads rights in one statement beside HR's line. Each request asks, so answers are kept in <see cref="AccessCache"/>
/// until something they rest on changes.
/// </summary>
internal sealed class AccessDirectory(
    NpgsqlDataSource database,
    AccessCache cache,
    IEmployeeDirectory employees,
    IInstitutionClock clock,
    TimeProvider time
) : IAccessDirectory
{
    private const string Columns = """
        SELECT a.id, a.name, a.employee_id,
            array(SELECT r.role FROM role_assignments r WHERE r.account_id = a.id ORDER BY r.id),
            array(SELECT r.unit_id FROM role_assignments r WHERE r.account_id = a.id ORDER BY r.id),
            EXISTS (SELECT FROM delegations d
                WHERE d.delegate_id = a.id AND d.ended_at IS NULL AND $2 BETWEEN d.starts_on AND d.ends_on),
            EXISTS (SELECT FROM credentials c WHERE c.account_id = a.id AND c.totp_confirmed_at IS NOT NULL)
        """;
    private const string ByAccount = Columns + " FROM accounts a WHERE a.id = $1 AND a.status = 'Active'";
    private const string BySession =
        Columns
        + """
             FROM sign_in_sessions s JOIN accounts a ON a.id = s.account_id
            WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > $3 AND a.status = 'Active'
            """;
    private const string ByToken = """
        SELECT c.id, c.name, t.scopes FROM api_tokens t JOIN api_clients c ON c.id = t.client_id
        WHERE t.hash = $1 AND t.expires_at > $2 AND c.disabled_at IS NULL
        """;

    public async Task<AccessRights?> RightsAsync(AccountId account, CancellationToken cancellationToken) =>
        (await ReadAsync(ByAccount, account.Value, cancellationToken))?.Rights;

    public Task<SignedInAccount?> OfSessionAsync(SignInSessionId session, CancellationToken cancellationToken) =>
        cache.GetAsync(session, () => ReadAsync(BySession, session.Value, cancellationToken));

    public Task<TokenHolder?> OfTokenAsync(string token, CancellationToken cancellationToken)
    {
        var hash = OneTimeSecret.HashOf(token);
        return cache.GetAsync(hash, () => ReadTokenAsync(hash, cancellationToken));
    }

    private async Task<SignedInAccount?> ReadAsync(string sql, Guid key, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue(key);
        command.Parameters.AddWithValue(await clock.TodayAsync(cancellationToken));
        command.Parameters.AddWithValue(time.GetUtcNow());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }
        var id = AccountId.From(reader.GetGuid(0));
        var name = reader.GetString(1);
        var employee = await reader.IsDBNullAsync(2, cancellationToken) ? (Guid?)null : reader.GetGuid(2);
        var roles = reader.GetFieldValue<string[]>(3).Select(Enum.Parse<Role>);
        var units = reader
            .GetFieldValue<Guid?[]>(4)
            .Select(unit => unit is { } value ? UnitId.From(value) : (UnitId?)null);
        var assigned = roles.Zip(units).ToList();
        var (actsAsHead, hasTwoFactor) = (reader.GetBoolean(5), reader.GetBoolean(6));
        await reader.CloseAsync();
        var standing = await StandingAsync(employee, cancellationToken);
        var rights = AccessRights.Of(assigned, standing, actsAsHead);
        return rights is null ? null : new SignedInAccount(id, name, employee, rights, hasTwoFactor);
    }

    private async Task<StaffStanding?> StandingAsync(Guid? employee, CancellationToken cancellationToken)
    {
        if (employee is null)
        {
            return null;
        }
        var line = await employees.LineOfAsync(EmployeeId.From(employee.Value), cancellationToken);
        // An employee HR's record no longer knows has left.
        return line is null
            ? new StaffStanding(IsActive: false, IsSupervisor: false, [])
            : new StaffStanding(line.Active, line.Supervises, line.Leads);
    }

    private async Task<TokenHolder?> ReadTokenAsync(string hash, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ByToken);
        command.Parameters.AddWithValue(hash);
        command.Parameters.AddWithValue(time.GetUtcNow());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new TokenHolder(
                ApiClientId.From(reader.GetGuid(0)),
                reader.GetString(1),
                reader.GetFieldValue<string[]>(2)
            )
            : null;
    }
}
