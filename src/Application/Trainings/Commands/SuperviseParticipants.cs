using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>
/// Has learning on one's own or in a community monitored by each participant's superior. Whoever has a learning contract
/// keeps it; where HR's record names another superior by now, that one takes over.
/// </summary>
[Requires(Permission.TrainingsRun)]
public sealed record SuperviseParticipants(Guid TrainingId, CoachingKind Kind, string Goal, int AgreedMeetings)
    : ICommand<SupervisedPeople>;

/// <param name="Made">Participants who are monitored from now on.</param>
/// <param name="TakenOver">Participants whose monitoring passed to their superior of today.</param>
/// <param name="Without">Names of those for whom HR's record names no superior, and of people from outside.</param>
public sealed record SupervisedPeople(int Made, int TakenOver, IReadOnlyList<string> Without);

internal sealed class SuperviseParticipantsValidator : AbstractValidator<SuperviseParticipants>
{
    public SuperviseParticipantsValidator()
    {
        RuleFor(request => request.Kind).IsInEnum();
        RuleFor(request => request.Goal).NotEmpty().MaximumLength(CoachingAgreement.GoalMaximum);
    }
}

internal sealed class SuperviseParticipantsHandler(
    IDatabase database,
    TrainingGate gate,
    SeatRegister seats,
    CoachingDesk desk
) : IRequestHandler<SuperviseParticipants, Result<SupervisedPeople>>
{
    public async Task<Result<SupervisedPeople>> Handle(SuperviseParticipants request, CancellationToken ct)
    {
        if (!CoachingAgreement.IsSupervisedAs(request.Kind))
            return CoachingErrors.NotSupervised();
        var found = await gate.FindAsync(request.TrainingId, Permission.TrainingsRun, ct);
        if (!found.IsSuccess)
            return found.Error;
        var training = await seats.LockAndReadAsync(found.Value.Id, ct);
        var people = await database
            .Set<Participant>()
            .AsNoTracking()
            .Where(one => one.TrainingId == training.Id)
            .Seated()
            .OrderBy(one => one.Name)
            .ToListAsync(ct);
        var known = await database
            .Set<CoachingAgreement>()
            .Where(one => one.TrainingId == training.Id)
            .ToDictionaryAsync(one => one.ParticipantId, ct);
        var superiors = await desk.SuperiorsOfAsync(people, ct);
        List<string> without = [];
        List<(EmployeeId Coach, string Name)> asked = [];
        var made = 0;
        foreach (var person in people)
        {
            var agreement = known.GetValueOrDefault(person.Id);
            if (agreement is { IsSupervised: false })
                continue;
            if (!superiors.TryGetValue(person.Id, out var superior))
            {
                without.Add(person.Name);
                continue;
            }
            if (agreement?.CoachEmployeeId == superior.Id)
                continue;
            asked.Add((superior.Id, person.Name));
            if (agreement is not null)
            {
                agreement.PassTo(superior.Id, superior.Name);
                continue;
            }
            var concluded = CoachingAgreement.Conclude(
                training,
                person,
                new CoachingTerms(request.Kind, superior.Name, superior.Id, request.Goal, request.AgreedMeetings)
            );
            if (!concluded.IsSuccess)
                return concluded.Error;
            database.Set<CoachingAgreement>().Add(concluded.Value);
            made++;
        }
        desk.Tell(training, request.Kind, asked);
        return new SupervisedPeople(made, asked.Count - made, without);
    }
}
