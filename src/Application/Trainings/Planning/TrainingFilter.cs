using Microsoft.EntityFrameworkCore;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

/// <summary>What a list, an export, the calendar and the board narrow down to; all parts are optional.</summary>
/// <param name="Q">Part of the title or of the activity code.</param>
public sealed record TrainingFilter(
    string? Q = null,
    int? Year = null,
    IReadOnlyCollection<TrainingState>? States = null,
    DeliveryScheme? Scheme = null,
    Cluster? Cluster = null,
    string? Form = null,
    string? WorkingGroup = null,
    Guid? UnitId = null,
    TrainingColour? Colour = null,
    DateOnly? From = null,
    DateOnly? To = null
);

public static class TrainingFilterQuery
{
    /// <summary>Kept by the database: title and activity code in lower case, under a trigram index.</summary>
    public const string SearchColumn = "Search";

    public static IQueryable<Training> Narrow(
        this IQueryable<Training> trainings,
        TrainingFilter filter,
        IReadOnlyCollection<UnitId>? units
    )
    {
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var part = filter.Q.Trim().ToLowerInvariant();
            trainings = trainings.Where(training => EF.Property<string>(training, SearchColumn).Contains(part));
        }
        if (filter.Year is { } year)
            trainings = trainings.Where(training => training.Year == year);
        if (filter.States is { Count: > 0 } states)
            trainings = trainings.Where(training => states.Contains(training.State));
        if (filter.Scheme is { } scheme)
            trainings = trainings.Where(training => training.Scheme == scheme);
        if (filter.Cluster is { } cluster)
            trainings = trainings.Where(training => training.Cluster == cluster);
        if (!string.IsNullOrEmpty(filter.Form))
            trainings = trainings.Where(training => training.Form == filter.Form);
        if (!string.IsNullOrEmpty(filter.WorkingGroup))
            trainings = trainings.Where(training => training.WorkingGroup == filter.WorkingGroup);
        if (filter.Colour is { } colour)
            trainings = trainings.Where(training => training.Colour == colour);
        if (filter.From is { } from)
            trainings = trainings.Where(training => training.End >= from);
        if (filter.To is { } to)
            trainings = trainings.Where(training => training.Start <= to);
        return units is null ? trainings : trainings.Where(training => units.Contains(training.UnitId));
    }
}
