using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pionir.Infrastructure.Persistence;
using Pionir.Tests.Common;

namespace Pionir.Application.Tests.Common;

/// <summary>Migrations are hand-written SQL; this is what a generated snapshot would otherwise guarantee.</summary>
public sealed class SchemaTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Model_AndMigratedSchema_AreTheSame()
    {
        var model = await api.ScopeAsync(services =>
            Task.FromResult(services.GetRequiredService<PionirDbContext>().Model.GetRelationalModel())
        );
        var actual = await ColumnsAsync();

        var differences = model
            .Tables.SelectMany(table => table.Columns.Select(column => (table, column)))
            .Where(pair => pair.column.Name != "xmin")
            .Select(pair => Difference(pair.table, pair.column, actual))
            .Where(difference => difference is not null);

        differences.ShouldBeEmpty();
    }

    /// <summary>Under another name a rule that two people break at once would reach them as a failure of ours.</summary>
    [Fact]
    public async Task EveryConstraintWithARefusal_IsInTheDatabase()
    {
        var named = api.Host.Services.GetServices<ConstraintError>().Select(one => one.Constraint).ToArray();

        var missing = await api.ScalarAsync<string[]>(
            $"""
            SELECT COALESCE(array_agg(name), ARRAY[]::text[]) FROM unnest({named}) name
            WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conname = name)
                AND NOT EXISTS (SELECT FROM pg_class WHERE relname = name AND relkind = 'i')
                AND NOT EXISTS (SELECT FROM pg_proc WHERE prosrc LIKE '%' || quote_literal(name) || '%')
            """
        );

        named.ShouldNotBeEmpty();
        missing.ShouldBeEmpty();
    }

    private static string? Difference(ITable table, IColumn column, Dictionary<(string, string), (string, bool)> actual)
    {
        if (!actual.TryGetValue((table.Name, column.Name), out var found))
        {
            return $"{table.Name}.{column.Name} is in the model but not in the database";
        }
        var wanted = (column.StoreType, column.IsNullable);
        return found == wanted ? null : $"{table.Name}.{column.Name}: model {wanted}, database {found}";
    }

    private async Task<Dictionary<(string, string), (string, bool)>> ColumnsAsync()
    {
        await using var connection = new NpgsqlConnection(api.Database.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull
            FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
            """,
            connection
        );
        var columns = new Dictionary<(string, string), (string, bool)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            columns[(reader.GetString(0), reader.GetString(1))] = (reader.GetString(2), reader.GetBoolean(3));
        }
        return columns;
    }
}
