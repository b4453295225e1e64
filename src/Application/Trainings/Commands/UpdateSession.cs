using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Attendance;
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

internal sealed class UpdateSessionHandler(PlanningDesk desk, SessionReader reader, SessionMarks marks)
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
        var id = SessionId.From(request.Id);
        var present = await marks.PresentFromAsync(id, cancellationToken);
        var updated = found.Value.UpdateSession(id, plan.Value, present);
        if (!updated.IsSuccess)
            return Result<SessionAnswer>.Failure(updated.Errors);
        await marks.TakeBackBeforeAsync(found.Value.Sessions.Single(session => session.Id == id), cancellationToken);
        return new SessionAnswer(request.Id, found.Value.DerivedJp, (uint)found.Value.Revision);
    }
}
