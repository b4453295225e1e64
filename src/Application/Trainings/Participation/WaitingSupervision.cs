using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Waiting;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>Learning of my people that I have not looked at as often as agreed, while the training runs.</summary>
internal sealed class WaitingSupervision(IDatabase database) : IWaitingItemsSource
{
    private const int Most = 20;

    public async Task<IReadOnlyList<WaitingItem>> ForAsync(ICurrentUser user, CancellationToken cancellationToken)
    {
        if (user.EmployeeId is not { } me)
            return [];
        var seated = database.Set<Participant>().Seated();
        var open = database
            .Set<CoachingAgreement>()
            .Where(one =>
                one.CoachEmployeeId == me
                && CoachingAgreement.SupervisedKinds.Contains(one.Kind)
                && one.Meetings.Count < one.AgreedMeetings
                && seated.Any(person => person.Id == one.ParticipantId)
            );
        var waiting = await database
            .Set<Training>()
            .AsNoTracking()
            .Where(training =>
                training.State == TrainingState.Running && open.Any(one => one.TrainingId == training.Id)
            )
            .Select(training => new
            {
                training.Title,
                Since = training.Transitions.Max(transition => (DateTimeOffset?)transition.At) ?? training.CreatedAt,
                Count = open.Count(one => one.TrainingId == training.Id),
            })
            .OrderBy(row => row.Since)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return
        [
            .. waiting.Select(row => new WaitingItem(
                "coaching.monitoring_waits",
                new Dictionary<string, object?> { ["title"] = row.Title },
                CoachingDesk.Page,
                row.Since,
                row.Count
            )),
        ];
    }
}
