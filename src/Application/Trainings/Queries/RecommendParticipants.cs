using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>
/// Whom the system would send: people of the target group who lack JP this year, the largest shortage first, with
/// the reason. Those already listed, gone, or in another training on these days are left out.
/// </summary>
[Requires(Permission.ParticipantsNominate, Permission.ParticipantsManage)]
public sealed record RecommendParticipants(Guid TrainingId, Guid? UnitId, PageRequest Page)
    : IQuery<Page<RecommendedPerson>>;

/// <param name="Jp">JP of the training's year so far.</param>
/// <param name="Target">JP to reach in that year.</param>
/// <param name="Shortage">What is missing.</param>
/// <param name="TargetGroup">The job family for which the training is meant; none when it is meant for everyone.</param>
public sealed record RecommendedPerson(
    Guid EmployeeId,
    string Name,
    string Number,
    string Unit,
    string Position,
    int Jp,
    int Target,
    int Shortage,
    string? TargetGroup
);

internal sealed class RecommendParticipantsHandler(TrainingGate gate, Candidates candidates)
    : IRequestHandler<RecommendParticipants, Result<Page<RecommendedPerson>>>
{
    public async Task<Result<Page<RecommendedPerson>>> Handle(RecommendParticipants request, CancellationToken ct)
    {
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } training)
            return TrainingErrors.NotFound();
        var runs = gate.Runs(training);
        if (!runs && !training.IsPublished)
            return TrainingErrors.NotFound();
        var search = new CandidateSearch(runs, request.UnitId, Recommended: true);
        var found = await candidates.FindAsync(training, search, request.Page, ct);
        return new Page<RecommendedPerson>(
            [
                .. found.Items.Select(one => new RecommendedPerson(
                    one.EmployeeId,
                    one.Name,
                    one.Number,
                    one.Unit,
                    one.Position,
                    one.Jp,
                    one.Target,
                    one.Shortage,
                    training.TargetJobFamilies.Count == 0 ? null : one.Family
                )),
            ],
            found.Total,
            found.Number,
            found.Size
        );
    }
}
