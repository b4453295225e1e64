using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.EventHandlers;

/// <summary>
/// HR's record names another superior: from then on that one decides on the person, and monitors the learning that is
/// under way. What was agreed and noted stays.
/// </summary>
internal sealed class FollowSuperiors(IDatabase database, OneByOne oneByOne, CoachingDesk desk) : IRecurringTask
{
    private static readonly ParticipantState[] Gone = [.. ParticipantStates.Gone];

    public static string Cron => "0 25 * * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var open = database
            .Set<Training>()
            .Where(training => training.State == TrainingState.Open || training.State == TrainingState.Running);
        var trainings = await Changed()
            .Where(one => open.Any(training => training.Id == one.TrainingId))
            .Select(one => one.TrainingId)
            .Distinct()
            .ToListAsync(cancellationToken);
        await oneByOne.CommitAsync(
            nameof(FollowSuperiors),
            trainings,
            training => FollowAsync(training, cancellationToken),
            cancellationToken
        );
    }

    private IQueryable<Participant> Changed() =>
        database
            .Set<Participant>()
            .Where(one =>
                !Gone.Contains(one.State)
                && database
                    .Set<Employee>()
                    .Any(employee => employee.Id == one.EmployeeId && employee.SupervisorId != one.SupervisorId)
            );

    private async Task<Result> FollowAsync(TrainingId id, CancellationToken ct)
    {
        var training = await database.Set<Training>().AsNoTracking().SingleAsync(one => one.Id == id, ct);
        var people = await Changed().Where(one => one.TrainingId == id).ToListAsync(ct);
        var known = people.Select(one => one.EmployeeId).ToList();
        var superiors = await database
            .Set<Employee>()
            .Where(employee => known.Contains(employee.Id))
            .ToDictionaryAsync(employee => employee.Id, employee => employee.SupervisorId, ct);
        foreach (var person in people)
            person.FollowSuperior(superiors[person.EmployeeId!.Value]);
        await PassOnAsync(training, [.. people.Where(one => one.State.HasSeat())], ct);
        return Result.Success();
    }

    private async Task PassOnAsync(Training training, List<Participant> people, CancellationToken ct)
    {
        var superiors = await desk.SuperiorsOfAsync(people, ct);
        var known = superiors.Keys.ToList();
        var monitored = await database
            .Set<CoachingAgreement>()
            .Where(one => known.Contains(one.ParticipantId) && CoachingAgreement.SupervisedKinds.Contains(one.Kind))
            .ToListAsync(ct);
        var names = people.ToDictionary(one => one.Id, one => one.Name);
        foreach (var kind in monitored.GroupBy(one => one.Kind))
        {
            List<(EmployeeId, string)> asked = [];
            foreach (var agreement in kind)
            {
                var superior = superiors[agreement.ParticipantId];
                if (superior.Id == agreement.CoachEmployeeId)
                    continue;
                agreement.PassTo(superior.Id, superior.Name);
                asked.Add((superior.Id, names[agreement.ParticipantId]));
            }
            desk.Tell(training, kind.Key, asked);
        }
    }
}
