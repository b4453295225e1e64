using Npgsql;
using NpgsqlTypes;
using Pionir.Infrastructure.LearningHours;
using Pionir.Infrastructure.Trainings;

namespace Pionir.Benchmarks;

internal sealed record BareStatement(string Sql, params NpgsqlParameter[] Values);

/// <summary>What the product asks of the database for the same answers: its own words, and as many ways there.</summary>
internal static class BareStatements
{
    /// <param name="subject">The id of whose statement is read, or the token of the certificate that is looked at.</param>
    public static Dictionary<string, IReadOnlyList<BareStatement[]>> Of(string subject)
    {
        if (!Guid.TryParseExact(subject, "D", out var employee))
        {
            return new()
            {
                ["/certificate"] =
                [
                    [new($"SELECT * FROM certificates WHERE token = '{subject}'")],
                ],
            };
        }
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
            ["/participants"] =
            [
                [
                    new(ParticipantPages.Training, Value(Scene.Training)),
                    new("SELECT count(*)::int FROM participants p WHERE p.training_id = $1", Value(Scene.Training)),
                    new(
                        $"""
                        SELECT {ParticipantPages.Columns}{ParticipantPages.MailColumns}
                        FROM (SELECT * FROM participants p WHERE p.training_id = $1 ORDER BY p.name, p.id LIMIT $2 OFFSET $3) p
                        {ParticipantPages.Invitation}{ParticipantPages.Mail} ORDER BY p.name, p.id
                        """,
                        Value(Scene.Training),
                        Value(50),
                        Value(0)
                    ),
                ],
            ],
        };
    }

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };

    /// <summary>A statement of now, not of a day that is past.</summary>
    private static NpgsqlParameter Now() => new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
