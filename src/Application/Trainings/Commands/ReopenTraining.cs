using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Behaviours;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.LearningHours;
using Pionir.Application.Trainings.Attendance;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>Takes a completion back: results are open again and every JP posted for it gets its counter-entry.</summary>
[Requires(Permission.TrainingsRun)]
public sealed record ReopenTraining(Guid TrainingId, string Reason) : ICommand<ReopenedTraining>, IReasoned;

/// <param name="Reversed">Counter-entries written to the ledger.</param>
public sealed record ReopenedTraining(Guid TrainingId, TrainingState State, int People, int Reversed);

internal sealed class ReopenTrainingValidator : AbstractValidator<ReopenTraining>
{
    public ReopenTrainingValidator() =>
        RuleFor(request => request.Reason).Reason(LedgerEntry.ReasonMinimum, LedgerEntry.ReasonMaximum);
}

internal sealed class ReopenTrainingHandler(IDatabase database, PlanningDesk desk, ILedger ledger)
    : IRequestHandler<ReopenTraining, Result<ReopenedTraining>>
{
    private static readonly ParticipantState[] Decided = [ParticipantState.Passed, ParticipantState.Failed];

    public async Task<Result<ReopenedTraining>> Handle(ReopenTraining request, CancellationToken ct)
    {
        var found = await desk.LockAsync(request.TrainingId, ct, Permission.TrainingsRun);
        if (!found.IsSuccess)
            return found.Error;
        var training = found.Value;
        if (
            training.Awarded is { Jp: > 0 }
            && await ledger.CheckOpenAsync(training.JpYear, ct) is { IsSuccess: false } closed
        )
        {
            return closed.Error;
        }
        var moved = training.Reopen(request.Reason, desk.Me, desk.Now);
        if (!moved.IsSuccess)
            return moved.Error;
        var people = await database
            .Set<Participant>()
            .Where(one => one.TrainingId == training.Id && Decided.Contains(one.State))
            .ToListAsync(ct);
        var present = await database
            .Set<AttendanceMark>()
            .Where(mark => mark.TrainingId == training.Id)
            .InClass()
            .Select(mark => mark.ParticipantId)
            .Distinct()
            .ToListAsync(ct);
        var inClass = present.ToHashSet();
        people.ForEach(one => one.Reopen(inClass.Contains(one.Id), desk.Now));
        await database.SaveChangesAsync(ct);
        var reversed = await ledger.ReverseOriginAsync(training.Id.Value, request.Reason, ct);
        return new ReopenedTraining(training.Id.Value, training.State, people.Count, reversed);
    }
}
