using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

internal static class TrainingSorting
{
    /// <summary>An unknown word sorts by start: a shared link never breaks. The id makes pages stable.</summary>
    public static IQueryable<Training> SortedBy(this IQueryable<Training> trainings, string? sort)
    {
        var ordered = sort switch
        {
            "title" => trainings.OrderBy(training => training.Title),
            "-title" => trainings.OrderByDescending(training => training.Title),
            "code" => trainings.OrderBy(training => training.ActivityCode),
            "-code" => trainings.OrderByDescending(training => training.ActivityCode),
            "state" => trainings.OrderBy(training => training.State).ThenBy(training => training.Start),
            "-state" => trainings.OrderByDescending(training => training.State).ThenBy(training => training.Start),
            "seats" => trainings.OrderBy(training => training.SeatsTaken),
            "-seats" => trainings.OrderByDescending(training => training.SeatsTaken),
            "quota" => trainings.OrderBy(training => training.Quota),
            "-quota" => trainings.OrderByDescending(training => training.Quota),
            "start" => trainings.OrderBy(training => training.Start),
            _ => trainings.OrderByDescending(training => training.Start),
        };
        return ordered.ThenBy(training => training.Id);
    }
}
