using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Attendance;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>A participant in class marks the own attendance with the code on the screen. Works once in a session.</summary>
/// <param name="SessionId">From the QR code; without it the session is found by the code.</param>
[SignedIn]
public sealed record CheckIn(string Code, Guid? SessionId) : ICommand<CheckedIn>;

internal sealed class CheckInValidator : AbstractValidator<CheckIn>
{
    public const int CodeMaximum = 40;

    public CheckInValidator() => RuleFor(request => request.Code).NotEmpty().MaximumLength(CodeMaximum);
}

internal sealed class CheckInHandler(IDatabase database, CheckInDesk desk, ICurrentUser user)
    : IRequestHandler<CheckIn, Result<CheckedIn>>
{
    public async Task<Result<CheckedIn>> Handle(CheckIn request, CancellationToken ct)
    {
        var me = user.EmployeeId;
        if (me is null)
            return CheckInErrors.NotParticipant();
        var mine = database.Set<Participant>().Where(one => one.EmployeeId == me);
        return await desk.CheckAsync(mine, request.Code, request.SessionId, ct);
    }
}
