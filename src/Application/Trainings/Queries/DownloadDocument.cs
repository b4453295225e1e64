using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

[Requires(Permission.CatalogueRead, Permission.TrainingsRead)]
public sealed record DownloadDocument(Guid TrainingId, Guid Id) : IQuery<FileContent>;

internal sealed class DownloadDocumentHandler(IDatabase database, ICurrentUser user, IFileStore files)
    : IRequestHandler<DownloadDocument, Result<FileContent>>
{
    public async Task<Result<FileContent>> Handle(DownloadDocument request, CancellationToken cancellationToken)
    {
        var trainingId = TrainingId.From(request.TrainingId);
        var id = DocumentId.From(request.Id);
        var training = await database
            .Set<Training>()
            .AsNoTracking()
            .VisibleTo(user)
            .Include(found => found.Documents.Where(document => document.Id == id))
            .SingleOrDefaultAsync(found => found.Id == trainingId, cancellationToken);
        var document = training?.Documents.SingleOrDefault();
        if (document is null || !await MayReadAsync(training!, document, cancellationToken))
            return TrainingErrors.DocumentNotFound();
        var content = await files.OpenAsync(document.FileHash, cancellationToken);
        return new FileContent(content, document.FileName, document.ContentType, document.FileHash);
    }

    private async Task<bool> MayReadAsync(Training training, TrainingDocument document, CancellationToken ct)
    {
        if (user.SeesInside(training.UnitId) || DocumentAccess.IsForEverybody(document.Kind))
            return true;
        var me = user.EmployeeId;
        return me is not null
            && DocumentAccess.IsForParticipants(document.Kind)
            && await database
                .Set<Participant>()
                .Seated()
                .AnyAsync(one => one.TrainingId == training.Id && one.EmployeeId == me, ct);
    }
}
