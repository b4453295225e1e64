using Microsoft.EntityFrameworkCore;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>The words by which trainings are sorted, for queries of either kind; a minus before a word turns the order.</summary>
public static class TrainingSorting
{
    private static readonly Key Start = new(nameof(Training.Start), "starts_on");

    // Whole words only: nothing that was asked for may become SQL.
    private static readonly Dictionary<string, Key> Keys = new()
    {
        ["start"] = Start,
        ["title"] = new(nameof(Training.Title), "title"),
        ["code"] = new(nameof(Training.ActivityCode), "activity_code"),
        ["state"] = new(nameof(Training.State), "state"),
        ["seats"] = new(nameof(Training.SeatsTaken), "seats_taken"),
        ["quota"] = new(nameof(Training.Quota), "quota"),
    };

    public static IQueryable<Training> SortedBy(this IQueryable<Training> trainings, string? sort)
    {
        var (key, descending) = Of(sort);
        var ordered = descending
            ? trainings.OrderByDescending(training => EF.Property<object>(training, key.Property))
            : trainings.OrderBy(training => EF.Property<object>(training, key.Property));
        return ordered.ThenBy(training => training.Start).ThenBy(training => training.Id);
    }

    /// <summary>The same for SQL written by hand.</summary>
    public static string Order(string? sort)
    {
        var (key, descending) = Of(sort);
        return $"{key.Column}{(descending ? " DESC" : "")}, {Start.Column}, id";
    }

    /// <summary>An unknown word sorts by start, latest first: a shared link never breaks.</summary>
    private static (Key Key, bool Descending) Of(string? sort) =>
        Keys.TryGetValue(sort?.TrimStart('-') ?? "", out var key) ? (key, sort!.StartsWith('-')) : (Start, true);

    private sealed record Key(string Property, string Column);
}
