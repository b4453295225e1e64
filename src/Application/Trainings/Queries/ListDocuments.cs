using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

[Requires(Permission.CatalogueRead, Permission.TrainingsRead)]
public sealed record ListDocuments(Guid TrainingId) : IQuery<DocumentList>;

/// <param name="Checklist">What the scheme requires at which move; empty for those who only read the catalogue.</param>
/// <param name="MaximumMegabytes">Largest file that is taken.</param>
/// <param name="CanMakeAnnex">May have the list of participants printed as the annex of a letter.</param>
public sealed record DocumentList(
    IReadOnlyList<DocumentView> Items,
    IReadOnlyList<ChecklistLine> Checklist,
    int MaximumMegabytes,
    bool CanUpload,
    bool CanMakeAnnex
);

internal sealed class ListDocumentsHandler(
    IDatabase database,
    ICurrentUser user,
    PlanningDesk desk,
    IInstitution institution
) : IRequestHandler<ListDocuments, Result<DocumentList>>
{
    public async Task<Result<DocumentList>> Handle(ListDocuments request, CancellationToken cancellationToken)
    {
        var id = TrainingId.From(request.TrainingId);
        var training = await database
            .Set<Training>()
            .AsNoTracking()
            .VisibleTo(user)
            .Include(found => found.Documents)
            .SingleOrDefaultAsync(found => found.Id == id, cancellationToken);
        if (training is null)
            return TrainingErrors.NotFound();
        var inside = user.SeesInside(training.UnitId);
        var edits = TrainingAbilities.Of(training, user, desk.Now).CanEditDocuments;
        var canRemove = edits && training.State != TrainingState.Submitted;
        var required = await desk.RequirementsAsync(cancellationToken);
        var settings = await institution.CurrentAsync(cancellationToken);
        return new DocumentList(
            [
                .. training
                    .Documents.Where(document => inside || DocumentAccess.IsForEverybody(document.Kind))
                    .OrderBy(document => document.Kind)
                    .ThenByDescending(document => document.UploadedAt)
                    .Select(document => DocumentView.From(document, canRemove, training.OutdatedSince(document))),
            ],
            inside ? ChecklistLine.Of(training, required) : [],
            settings.Files.DocumentMegabytes,
            edits,
            user.ScopeOf(Permission.ParticipantsManage).Contains(training.UnitId)
        );
    }
}
