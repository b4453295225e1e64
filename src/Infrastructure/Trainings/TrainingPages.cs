using Npgsql;
using Pionir.Application.Common.Access;
using Pionir.Application.Trainings.Planning;
using Pionir.Application.Trainings.Queries;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Trainings;

/// <inheritdoc cref="ITrainingPages"/>
internal sealed class TrainingPages(NpgsqlDataSource database) : ITrainingPages
{
    internal const string Columns = """
        id, activity_code, title, batch, state, scheme, cluster, form, working_group, unit_id, starts_on, ends_on, city, venue,
        quota, seats_taken, jp, colour
        """;

    private static readonly string[] Published = [.. TrainingStates.Published.Select(state => state.ToString())];

    public Task<(IReadOnlyList<TrainingLine> Rows, int Total)> ReadAsync(
        ListTrainings wanted,
        IReadOnlyCollection<UnitId>? units,
        UnitScope scope,
        CancellationToken cancellationToken
    )
    {
        var page = new PageStatement(Columns, "trainings");
        if (!scope.Everything)
        {
            var own = page.Place(scope.Units.ToArray());
            page.Where($"(state = ANY ({page.Place(Published)}) OR unit_id = ANY ({own}))");
        }
        Narrow(page, wanted.Filter);
        if (units is not null)
            page.Where($"unit_id = ANY ({page.Place(units.Select(unit => unit.Value).ToArray())})");
        return page.ReadAsync(database, wanted.Page, TrainingSorting.Order(wanted.Sort), LineOf, cancellationToken);
    }

    private static void Narrow(PageStatement page, TrainingFilter filter)
    {
        if (!string.IsNullOrWhiteSpace(filter.Q))
            page.Where($"search LIKE {page.PlacePart(filter.Q)}");
        if (filter.States is { Count: > 0 } states)
            page.Where($"state = ANY ({page.Place(states.Select(state => state.ToString()).ToArray())})");
        Equal("year", filter.Year);
        Equal("scheme", filter.Scheme?.ToString());
        Equal("cluster", filter.Cluster?.ToString());
        Equal("form", filter.Form is "" ? null : filter.Form);
        Equal("working_group", filter.WorkingGroup is "" ? null : filter.WorkingGroup);
        Equal("colour", filter.Colour?.ToString());
        if (filter.From is { } from)
            page.Where($"ends_on >= {page.Place(from)}");
        if (filter.To is { } to)
            page.Where($"starts_on <= {page.Place(to)}");

        void Equal(string column, object? value)
        {
            if (value is not null)
                page.Where($"{column} = {page.Place(value)}");
        }
    }

    private static TrainingLine LineOf(NpgsqlDataReader row)
    {
        return new TrainingLine(
            TrainingId.From(row.GetGuid(0)),
            row.GetString(1),
            row.GetString(2),
            Text(3),
            Enum.Parse<TrainingState>(row.GetString(4)),
            Enum.Parse<DeliveryScheme>(row.GetString(5)),
            Enum.Parse<Cluster>(row.GetString(6)),
            row.GetString(7),
            Text(8),
            UnitId.From(row.GetGuid(9)),
            row.GetFieldValue<DateOnly>(10),
            row.GetFieldValue<DateOnly>(11),
            Text(12),
            Text(13),
            row.GetInt32(14),
            row.GetInt32(15),
            row.GetInt32(16),
            Enum.Parse<TrainingColour>(row.GetString(17))
        );

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }
}
