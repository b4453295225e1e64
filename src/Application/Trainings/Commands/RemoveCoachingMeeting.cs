using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>Takes away a meeting that was noted by mistake: by whoever may note one. The audit trail keeps what it said.</summary>
[SignedIn]
public sealed record RemoveCoachingMeeting(Guid TrainingId, Guid AgreementId, Guid MeetingId) : ICommand;

internal sealed class RemoveCoachingMeetingHandler(CoachingNotes notes) : IRequestHandler<RemoveCoachingMeeting, Result>
{
    public async Task<Result> Handle(RemoveCoachingMeeting request, CancellationToken ct)
    {
        var found = await notes.FindAsync(request.TrainingId, request.AgreementId, ct);
        if (!found.IsSuccess)
            return found.Error;
        var (training, agreement) = found.Value;
        return agreement.TakeAway(training, CoachingMeetingId.From(request.MeetingId));
    }
}
