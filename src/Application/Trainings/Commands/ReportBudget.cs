using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>
/// Says what was spent, while the training runs or any time after: neither completion nor certificates nor closing
/// wait for it. Reported again, the later report counts.
/// </summary>
/// <param name="Realisation">In rupiah; more than the ceiling needs a note.</param>
[Requires(Permission.TrainingsRun, Permission.TrainingsPlan)]
public sealed record ReportBudget(Guid Id, decimal Realisation, string? Note, uint? SeenVersion = null)
    : ICommand<TrainingAnswer>;

internal sealed class ReportBudgetValidator : AbstractValidator<ReportBudget>
{
    public ReportBudgetValidator() => RuleFor(request => request.Note).MaximumLength(Training.NoteMaximum);
}

internal sealed class ReportBudgetHandler(PlanningDesk desk) : IRequestHandler<ReportBudget, Result<TrainingAnswer>>
{
    public async Task<Result<TrainingAnswer>> Handle(ReportBudget request, CancellationToken cancellationToken)
    {
        var found = await desk.LockSeenAsync(
            request.Id,
            request.SeenVersion,
            cancellationToken,
            Permission.TrainingsRun,
            Permission.TrainingsPlan
        );
        if (!found.IsSuccess)
            return found.Error;
        var reported = found.Value.ReportBudget(request.Realisation, request.Note, desk.Now);
        return reported.IsSuccess ? TrainingAnswer.From(found.Value) : reported.Error;
    }
}
