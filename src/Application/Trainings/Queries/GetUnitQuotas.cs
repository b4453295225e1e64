using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>How many people each unit may put forward, and has. A unit sees the quotas that bind it.</summary>
[Requires(Permission.ParticipantsRead, Permission.ParticipantsManage, Permission.ParticipantsNominate)]
public sealed record GetUnitQuotas(Guid TrainingId) : IQuery<UnitQuotasView>;

/// <param name="Quota">Places of the whole training.</param>
/// <param name="Version">To be sent as If-Match with a change. Also the ETag.</param>
public sealed record UnitQuotasView(int Quota, IReadOnlyList<UnitRoom> Units, bool CanManage, uint Version);

internal sealed class GetUnitQuotasHandler(
    IDatabase database,
    TrainingGate gate,
    ParticipantScope scope,
    UnitPlaces places
) : IRequestHandler<GetUnitQuotas, Result<UnitQuotasView>>
{
    public async Task<Result<UnitQuotasView>> Handle(GetUnitQuotas request, CancellationToken ct)
    {
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } training || !scope.MaySee(training))
            return TrainingErrors.NotFound();
        var quotas = await database
            .Set<UnitQuota>()
            .AsNoTracking()
            .Where(quota => quota.TrainingId == training.Id)
            .ToListAsync(ct);
        var book = await places.ReadAsync(training.Id, ct);
        return new UnitQuotasView(
            training.Quota,
            book.Rooms(scope.SeesAll(training) ? null : scope.Units()),
            gate.Runs(training),
            UnitPlaces.VersionOf(quotas)
        );
    }
}
