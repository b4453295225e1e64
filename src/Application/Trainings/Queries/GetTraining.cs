using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Completion;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

[Requires(Permission.CatalogueRead, Permission.TrainingsRead)]
public sealed record GetTraining(Guid Id) : IQuery<TrainingView>;

internal sealed class GetTrainingHandler(
    IDatabase database,
    ICurrentUser user,
    PlanningDesk desk,
    CertificatesOwed owed,
    TrainingNamesReader names,
    TrainingTargets targets,
    TrainingJp trainingJp
) : IRequestHandler<GetTraining, Result<TrainingView>>
{
    public async Task<Result<TrainingView>> Handle(GetTraining request, CancellationToken cancellationToken)
    {
        var id = TrainingId.From(request.Id);
        var training = await database
            .Set<Training>()
            .AsNoTracking()
            .VisibleTo(user)
            .Include(found => found.Competencies)
            .Include(found => found.Documents)
            .Include(found => found.Revisions.Where(revision => revision.Accepted == null))
            .Include(found => found.Transitions.OrderByDescending(transition => transition.At).Take(1))
            .AsSplitQuery()
            .SingleOrDefaultAsync(found => found.Id == id, cancellationToken);
        if (training is null)
            return TrainingErrors.NotFound();
        var inside = user.SeesInside(training.UnitId);
        var sessions = await database.Set<Session>().CountAsync(session => session.TrainingId == id, cancellationToken);
        return TrainingView.From(
            training,
            sessions,
            await names.ReadAsync(cancellationToken),
            await targets.ReadAsync(training.ToPlan().Competencies, cancellationToken),
            inside && training.WaitingRevision is { } waiting
                ? await RevisionAsync(training, waiting, cancellationToken)
                : null,
            await desk.RequirementsAsync(cancellationToken),
            inside ? await owed.ByAsync(training, cancellationToken) : CertificateLack.None,
            user,
            desk.Now
        );
    }

    private async Task<RevisionView> RevisionAsync(Training training, PlanRevision revision, CancellationToken ct)
    {
        var sessions = await database
            .Set<Session>()
            .AsNoTracking()
            .Where(session => session.TrainingId == training.Id)
            .ToListAsync(ct);
        var counted = await trainingJp.CountAsync(
            training,
            sessions,
            revision.ProgrammeJp,
            revision.ProgrammeJpReason,
            ct
        );
        return RevisionView.Of(revision, counted.Jp, await targets.ReadAsync(revision.Competencies, ct));
    }
}
