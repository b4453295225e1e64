using Npgsql;
using Pionir.Api.Tests.Trainings;

namespace Pionir.Api.Tests.Organization;

/// <summary>Numbers and periods belong to a person on record, whoever writes them.</summary>
public sealed class PersonOnRecordTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    private const string Periods = """
        INSERT INTO employee_periods (employee_id, valid_from, number, employment_type, rank, position, position_family,
            position_level, unit_id)
        SELECT id, '2020-01-01', '1', 'Pns', '', '', '', '', gen_random_uuid()
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NumberOrPeriod_WithoutItsPerson_IsRefused_AndNothingOfTheStatementStays(bool byOwner)
    {
        var person = await api.AddEmployeeAsync();
        var people = $"(VALUES ('{person}'::uuid), (gen_random_uuid())) AS people (id)";

        await RefusedAsync(
            byOwner,
            $"INSERT INTO employee_numbers (number, kind, employee_id) SELECT id, 'lain', id FROM {people}",
            "employee_numbers_person"
        );
        await RefusedAsync(byOwner, $"{Periods} FROM {people}", "employee_periods_person");

        var written = await api.ScalarAsync<long>(
            $"SELECT (SELECT count(*) FROM employee_numbers WHERE employee_id = {person} AND kind = 'lain') + (SELECT count(*) FROM employee_periods WHERE employee_id = {person})"
        );
        written.ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NumberOrPeriod_IsNotHandedToNobody_NorThePersonGivenAnotherId(bool byOwner)
    {
        var person = await api.AddEmployeeAsync();
        await ExecuteAsync(byOwner, $"{Periods} FROM (SELECT '{person}'::uuid AS id) AS people");

        foreach (var table in new[] { "employee_numbers", "employee_periods" })
        {
            await RefusedAsync(
                byOwner,
                $"UPDATE {table} SET employee_id = gen_random_uuid() WHERE employee_id = '{person}'",
                $"{table}_person"
            );
        }

        var refused = await Should.ThrowAsync<PostgresException>(() =>
            ExecuteAsync(byOwner, $"UPDATE employees SET id = gen_random_uuid() WHERE id = '{person}'")
        );
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private async Task RefusedAsync(bool byOwner, string sql, string constraint)
    {
        var refused = await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(byOwner, sql));
        refused.SqlState.ShouldBe(PostgresErrorCodes.ForeignKeyViolation);
        refused.ConstraintName.ShouldBe(constraint);
    }

    private async Task ExecuteAsync(bool byOwner, string sql)
    {
        var database = byOwner ? api.Database.OwnerConnection : api.Database.AppConnection;
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
