using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pionir.Application.Common.Demo;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Printing;
using Pionir.Application.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Infrastructure.Demo.Trainings;

/// <summary>Trainings in every state, over last year and this one, each played through the product's own commands.</summary>
internal sealed class DemoTrainings(
    IDatabase database,
    IServiceProvider services,
    ITablePdf papers,
    IInstitutionClock clock,
    TimeProvider time,
    ILogger<DemoTrainings> logger
) : IDemoSeed
{
    public int Order => 300;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (
            await database.Set<Training>().AnyAsync(cancellationToken)
            || await DemoCast.FindAsync(database, cancellationToken) is not { } cast
        )
        {
            return;
        }
        var stage = ActivatorUtilities.CreateInstance<DemoStage>(services);
        var today = await clock.TodayAsync(cancellationToken);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        foreach (var (turn, training) in DemoTrainingList.All.Index())
        {
            var start = monday.AddDays(7 * training.Week);
            var story = new DemoStory(stage, cast, papers, time.GetUtcNow(), training, start, turn);
            try
            {
                await story.PlayAsync(cancellationToken);
            }
            catch (InvalidOperationException refused)
            {
                // A story that cannot be played is one training less, not a demo that does not start.
                logger.LogWarning(refused, "Demo training {Step} stopped", turn);
            }
        }
    }
}
