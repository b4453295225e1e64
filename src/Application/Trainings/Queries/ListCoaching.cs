using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>Coaching and mentoring of a training: what was agreed and which meetings were held.</summary>
[Requires(Permission.ParticipantsRead, Permission.TrainingsRun)]
public sealed record ListCoaching(Guid TrainingId) : IQuery<IReadOnlyList<CoachingRow>>;

internal sealed class ListCoachingHandler(
    IDatabase database,
    TrainingGate gate,
    ParticipantScope scope,
    CoachingReader reader
) : IRequestHandler<ListCoaching, Result<IReadOnlyList<CoachingRow>>>
{
    public async Task<Result<IReadOnlyList<CoachingRow>>> Handle(ListCoaching request, CancellationToken ct)
    {
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } training || !scope.MaySee(training))
            return TrainingErrors.NotFound();
        var agreements = database.Set<CoachingAgreement>().Where(one => one.TrainingId == training.Id);
        return Result<IReadOnlyList<CoachingRow>>.Success(
            await reader.ReadAsync(agreements, scope.Of(training, database), ct)
        );
    }
}
