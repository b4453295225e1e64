using Pionir.Application.Common;
using Pionir.Application.Organization;
using Pionir.Domain.LearningHours;

namespace Pionir.Application.LearningHours;

/// <summary>What a person's running year comes to on 31 December, and what would close what is still owed.</summary>
internal sealed class Forecasts(ITrainingPlans plans) : IApplicationPart
{
    public async Task<JpForecast> MakeAsync(
        EmployeeCard person,
        YearTarget target,
        int earned,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var planned = await plans.OfPersonAsync(person.Id, today.Year, cancellationToken);
        var forecast = YearForecast.Of(
            target,
            earned,
            planned.Select(training => new PlannedHours(training.Jp, training.Standing))
        );
        IReadOnlyList<OpenTraining> closing =
            forecast.Reached.Shortfall == 0
                ? []
                : forecast.Close(
                    await plans.OpenForAsync(person, today.Year, today, cancellationToken),
                    training => (training.Jp, training.Start)
                );
        return new JpForecast(
            today.Year,
            forecast.Achieved.Counted,
            forecast.Expected,
            forecast.Reached.Counted,
            forecast.Reached.Goal,
            forecast.Reached.Shortfall,
            forecast.Reached.Met,
            [.. planned.Where(training => training.Standing == PlannedStanding.Confirmed)],
            [.. planned.Where(training => training.Standing != PlannedStanding.Confirmed)],
            closing
        );
    }
}

/// <summary>What the running year comes to on 31 December.</summary>
/// <param name="Achieved">JP that count already.</param>
/// <param name="Expected">JP of the trainings of this year in which the person has a confirmed place.</param>
/// <param name="Forecast">Both together, as far as they count toward the target.</param>
/// <param name="Goal">Full length of the bar; null without a target.</param>
/// <param name="Shortfall">JP that will still be owed.</param>
/// <param name="Met">Nothing will be owed.</param>
/// <param name="Confirmed">The trainings that are counted.</param>
/// <param name="Uncertain">On their list as reserve, or still waiting for an answer: not counted.</param>
/// <param name="Closing">Open trainings that would close the shortfall, at most three.</param>
public sealed record JpForecast(
    int Year,
    int Achieved,
    int Expected,
    int Forecast,
    int? Goal,
    int Shortfall,
    bool Met,
    IReadOnlyList<PlannedTraining> Confirmed,
    IReadOnlyList<PlannedTraining> Uncertain,
    IReadOnlyList<OpenTraining> Closing
);
