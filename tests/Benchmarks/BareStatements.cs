using Npgsql;
using NpgsqlTypes;
using Pionir.Infrastructure.LearningHours;
using Pionir.Infrastructure.Mail;
using Pionir.Infrastructure.Trainings;

namespace Pionir.Benchmarks;

internal sealed record BareStatement(string Sql, params NpgsqlParameter[] Values);

/// <summary>What the product asks of the database for the same answers: its own words, and as many ways there.</summary>
internal static class BareStatements
{
    /// <param name="shown">The participants on the first page, of whose mails the third list tells.</param>
    public static Dictionary<string, IReadOnlyList<BareStatement[]>> Of(Guid employee, IReadOnlyList<Guid> shown)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        return new()
        {
            ["/statement"] =
            [
                [
                    new(StatementReader.Person, Value(employee), Value(today)),
                    new(StatementReader.Entries, Value(employee), Value(today.Year), Now()),
                    new(StatementReader.Years, Value(employee), Now()),
                ],
            ],
            ["/trainings"] =
            [
                [
                    new("SELECT count(*)::int FROM trainings"),
                    new(
                        $"SELECT {TrainingPages.Columns} FROM trainings ORDER BY starts_on DESC, id LIMIT $1 OFFSET $2",
                        Value(50),
                        Value(0)
                    ),
                ],
            ],
            // Whose people they are decides what may be read of them, and whom the page shows, whose mails are looked for.
            ["/participants"] =
            [
                [new("SELECT * FROM trainings WHERE id = $1", Value(Scene.Training))],
                [
                    new("SELECT count(*)::int FROM participants p WHERE p.training_id = $1", Value(Scene.Training)),
                    new(
                        $"""
                        SELECT {ParticipantPages.Columns} FROM participants p {ParticipantPages.Invitation}
                        WHERE p.training_id = $1 ORDER BY p.name, p.id LIMIT $2 OFFSET $3
                        """,
                        Value(Scene.Training),
                        Value(50),
                        Value(0)
                    ),
                ],
                [new(MailTracks.Newest, Value(shown.ToArray()))],
            ],
        };
    }

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };

    /// <summary>A statement of now, not of a day that is past.</summary>
    private static NpgsqlParameter Now() => new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
