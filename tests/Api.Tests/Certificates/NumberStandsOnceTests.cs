using Npgsql;

namespace Pionir.Api.Tests.Certificates;

/// <summary>What the database itself refuses, past all of the product's checks.</summary>
public sealed class NumberStandsOnceTests(CertificateFixture api) : IClassFixture<CertificateFixture>
{
    [Fact]
    public async Task VoidNumber_IsNeverOnACertificate_NorTheReverse_AlsoFromTwoTransactionsAtOnce()
    {
        var (_, rows) = await api.IssuedAsync(1);
        var (number, certificate) = (rows[0].Number!, rows[0].CertificateId!.Value);
        var refused = await Should.ThrowAsync<PostgresException>(() => VoidBySqlAsync(api.Database.OwnerConnection));
        refused.ConstraintName.ShouldBe("number_stands_once");

        await using var issuing = new NpgsqlConnection(api.Database.OwnerConnection);
        await issuing.OpenAsync();
        await using var open = await issuing.BeginTransactionAsync();
        number = $"9{number}";
        await using var copy = new NpgsqlCommand(
            """
            INSERT INTO certificates SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'token',
                'salinan', 'number', $2, 'sequence', 900000, 'participant_id', gen_random_uuid(), 'delivery_hash', NULL))).*
            FROM certificates c WHERE id = $1
            """,
            issuing,
            open
        );
        copy.Parameters.AddWithValue(certificate);
        copy.Parameters.AddWithValue(number);
        await copy.ExecuteNonQueryAsync();
        var voiding = VoidBySqlAsync(api.Database.OwnerConnection + ";Application Name=void");
        while (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND application_name = 'void'"
            ) == 0
        )
        {
            await Task.Delay(20);
        }
        await open.CommitAsync();
        (await Should.ThrowAsync<PostgresException>(() => voiding)).ConstraintName.ShouldBe("number_stands_once");

        async Task VoidBySqlAsync(string address)
        {
            await using var connection = new NpgsqlConnection(address);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(
                """
                INSERT INTO void_numbers SELECT gen_random_uuid(), series_id, 800000, $2, 'Ditulis tangan', issued_by, issued_at
                FROM certificates WHERE id = $1
                """,
                connection
            );
            command.Parameters.AddWithValue(certificate);
            command.Parameters.AddWithValue(number);
            await command.ExecuteNonQueryAsync();
        }
    }
}
