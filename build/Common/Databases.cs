using Npgsql;

namespace Pionir.Build;

/// <summary>
/// The two roles of an installation. The owner changes the schema and is used at start only; the application's role
/// can neither change tables nor undo what is append-only.
/// </summary>
public static class Databases
{
    public const string Owner = "pionir_owner";
    public const string Application = "pionir_app";
    public const string Name = "pionir";

    /// <summary>Makes roles and extensions where they are missing; the roles get the cluster's own random password.</summary>
    public static async Task PrepareAsync(PostgresCluster cluster, bool create, CancellationToken cancellationToken)
    {
        await using (var source = NpgsqlDataSource.Create(cluster.ConnectionString("template1") + ";Pooling=false"))
        {
            // Extensions go into template1, so that every database made later has them: only a superuser may add some.
            await ExecuteAsync(
                source,
                $"""
                DO $$ BEGIN
                  IF to_regrole('{Owner}') IS NULL THEN CREATE ROLE {Owner} LOGIN CREATEDB; END IF;
                  IF to_regrole('{Application}') IS NULL THEN CREATE ROLE {Application} LOGIN; END IF;
                END $$;
                ALTER ROLE {Owner} PASSWORD '{cluster.Password}';
                ALTER ROLE {Application} PASSWORD '{cluster.Password}';
                CREATE EXTENSION IF NOT EXISTS pg_trgm;
                CREATE EXTENSION IF NOT EXISTS unaccent;
                CREATE EXTENSION IF NOT EXISTS btree_gist;
                """,
                cancellationToken
            );
        }
        if (!create)
        {
            return;
        }
        await using var server = NpgsqlDataSource.Create(cluster.ConnectionString("postgres") + ";Pooling=false");
        await using var exists = server.CreateCommand($"SELECT 1 FROM pg_database WHERE datname = '{Name}'");
        if (await exists.ExecuteScalarAsync(cancellationToken) is null)
        {
            await ExecuteAsync(server, $"CREATE DATABASE {Name} OWNER {Owner}", cancellationToken);
        }
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
