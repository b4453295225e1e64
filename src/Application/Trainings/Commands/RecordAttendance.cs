using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Attendance;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>Marks many people of one session. Good marks are kept, the others named; sending again stores nothing twice.</summary>
[Requires(Permission.AttendanceRecord)]
public sealed record RecordAttendance(Guid TrainingId, Guid SessionId, IReadOnlyList<MarkRequest> Marks)
    : ICommand<IReadOnlyList<MarkOutcome>>;

internal sealed class RecordAttendanceValidator : AbstractValidator<RecordAttendance>
{
    public RecordAttendanceValidator() =>
        RuleForEach(request => request.Marks)
            .NotNull()
            .ChildRules(mark =>
            {
                mark.RuleFor(one => one.Id).NotEmpty();
                mark.RuleFor(one => one.Status).IsInEnum();
                mark.RuleFor(one => one.Reason).MaximumLength(AttendanceMark.ReasonMaximum);
            });
}

internal sealed class RecordAttendanceHandler(TrainingGate gate, AttendanceDesk desk)
    : IRequestHandler<RecordAttendance, Result<IReadOnlyList<MarkOutcome>>>
{
    public async Task<Result<IReadOnlyList<MarkOutcome>>> Handle(RecordAttendance request, CancellationToken ct)
    {
        var training = await gate.FindAsync(request.TrainingId, Permission.AttendanceRecord, ct);
        if (!training.IsSuccess)
            return training.Error;
        return await desk.RecordAsync(
            training.Value.Id,
            request.SessionId,
            request.Marks,
            AttendanceSource.Officer,
            ct
        );
    }
}
