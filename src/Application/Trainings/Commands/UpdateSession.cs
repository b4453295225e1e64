using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

[Requires(Permission.TrainingsPlan, Permission.TrainingsRun)]
public sealed record UpdateSession(Guid TrainingId, Guid Id, SessionFields Session, uint? ExpectedVersion)
    : ICommand<SessionAnswer>,
        IVersioned;

internal sealed class UpdateSessionValidator : AbstractValidator<UpdateSession>
{
    public UpdateSessionValidator() =>
        RuleFor(request => request.Session)
            .NotNull()
            .SetValidator(new SessionFieldsValidator())
            .OverridePropertyName("");
}

internal sealed class UpdateSessionHandler(PlanningDesk desk, SessionReader reader)
    : IRequestHandler<UpdateSession, Result<SessionAnswer>>
{
    public async Task<Result<SessionAnswer>> Handle(UpdateSession request, CancellationToken cancellationToken)
    {
        var found = await desk.LockAsync(
            request.TrainingId,
            request.ExpectedVersion,
            cancellationToken,
            Permission.TrainingsPlan,
            Permission.TrainingsRun
        );
        if (!found.IsSuccess)
            return Result<SessionAnswer>.Failure(found.Errors);
        var plan = await reader.ReadAsync(request.Session, cancellationToken);
        if (!plan.IsSuccess)
            return Result<SessionAnswer>.Failure(plan.Errors);
        var updated = found.Value.UpdateSession(SessionId.From(request.Id), plan.Value);
        return updated.IsSuccess
            ? new SessionAnswer(request.Id, found.Value.DerivedJp, (uint)found.Value.Revision)
            : Result<SessionAnswer>.Failure(updated.Errors);
    }
}
