using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.EventHandlers;

/// <summary>Tells people of timetables that nobody has touched for a while.</summary>
internal sealed class TellOfTimetables(
    IDatabase database,
    OneByOne oneByOne,
    TimetableNotices notices,
    TimeProvider time
) : IRecurringTask
{
    public static string Cron => "45 * * * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await database
            .Set<TimetableNotice>()
            .AsNoTracking()
            .Where(notice => notice.DueAt <= now)
            .Select(notice => notice.Id)
            .ToListAsync(cancellationToken);
        await oneByOne.CommitAsync(
            nameof(TellOfTimetables),
            due,
            training => TellAsync(training, cancellationToken),
            cancellationToken
        );
    }

    private async Task<Result> TellAsync(TrainingId training, CancellationToken cancellationToken)
    {
        await notices.TellAsync(training, cancellationToken);
        return Result.Success();
    }
}
