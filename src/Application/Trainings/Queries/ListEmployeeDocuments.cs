using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Participation;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>The papers a person holds from trainings taken part in: letters, invitations, curricula.</summary>
[Requires(Permission.OwnProfile, Permission.ParticipantsRead, Permission.TeamRead)]
public sealed record ListEmployeeDocuments(Guid EmployeeId) : IQuery<IReadOnlyList<EmployeeDocument>>;

/// <param name="CanDownload">Whether the reader may have the file: the person, and who sees inside the training.</param>
public sealed record EmployeeDocument(
    Guid Id,
    Guid TrainingId,
    string Training,
    DocumentKind Kind,
    string? Number,
    string FileName,
    long Size,
    DateTimeOffset UploadedAt,
    bool CanDownload
);

internal sealed class ListEmployeeDocumentsHandler(IDatabase database, ICurrentUser user, PersonGate gate)
    : IRequestHandler<ListEmployeeDocuments, Result<IReadOnlyList<EmployeeDocument>>>
{
    /// <summary>Newest first; nobody reads further down than this.</summary>
    private const int Most = 200;

    public async Task<Result<IReadOnlyList<EmployeeDocument>>> Handle(
        ListEmployeeDocuments request,
        CancellationToken ct
    )
    {
        var id = EmployeeId.From(request.EmployeeId);
        var person = await gate.OpenAsync(id, Permission.ParticipantsRead, nameof(ListEmployeeDocuments), ct);
        if (person is null)
            return EmployeeErrors.NotFound();
        var ids = person.Ids;
        var attended = database
            .Set<Participant>()
            .Where(one => one.EmployeeId != null && ids.Contains(one.EmployeeId.Value))
            .Seated()
            .Select(one => one.TrainingId);
        var rows = await database
            .Set<Training>()
            .AsNoTracking()
            .Where(training => attended.Contains(training.Id))
            .SelectMany(
                training => training.Documents,
                (training, document) =>
                    new
                    {
                        training.UnitId,
                        training.Title,
                        Document = document,
                    }
            )
            .Where(row => DocumentAccess.ForParticipants.Contains(row.Document.Kind))
            .OrderByDescending(row => row.Document.UploadedAt)
            .Take(Most)
            .ToListAsync(ct);
        return rows.ConvertAll(row => new EmployeeDocument(
            row.Document.Id.Value,
            row.Document.TrainingId.Value,
            row.Title,
            row.Document.Kind,
            row.Document.Number,
            row.Document.FileName,
            row.Document.Size,
            row.Document.UploadedAt,
            person.IsSelf || user.SeesInside(row.UnitId) || DocumentAccess.IsForEverybody(row.Document.Kind)
        ));
    }
}
