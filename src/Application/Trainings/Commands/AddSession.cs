using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Trainings.Commands;

[Requires(Permission.TrainingsPlan, Permission.TrainingsRun)]
public sealed record AddSession(Guid TrainingId, SessionFields Session) : ICommand<SessionAnswer>;

/// <summary>The session after the change, and what it means for the training.</summary>
/// <param name="DerivedJp">JP of all sessions now.</param>
/// <param name="Version">Of the training; to be sent as If-Match with the next edit.</param>
public sealed record SessionAnswer(Guid Id, int DerivedJp, uint Version);

internal sealed class AddSessionValidator : AbstractValidator<AddSession>
{
    public AddSessionValidator() =>
        RuleFor(request => request.Session)
            .NotNull()
            .SetValidator(new SessionFieldsValidator())
            .OverridePropertyName("");
}

internal sealed class AddSessionHandler(PlanningDesk desk, SessionReader reader)
    : IRequestHandler<AddSession, Result<SessionAnswer>>
{
    public async Task<Result<SessionAnswer>> Handle(AddSession request, CancellationToken cancellationToken)
    {
        var found = await desk.LockAsync(
            request.TrainingId,
            cancellationToken,
            Permission.TrainingsPlan,
            Permission.TrainingsRun
        );
        if (!found.IsSuccess)
            return Result<SessionAnswer>.Failure(found.Errors);
        var plan = await reader.ReadAsync(request.Session, cancellationToken);
        if (!plan.IsSuccess)
            return Result<SessionAnswer>.Failure(plan.Errors);
        var added = found.Value.AddSession(plan.Value);
        return added.IsSuccess
            ? new SessionAnswer(added.Value.Id.Value, found.Value.DerivedJp, (uint)found.Value.Revision)
            : Result<SessionAnswer>.Failure(added.Errors);
    }
}
