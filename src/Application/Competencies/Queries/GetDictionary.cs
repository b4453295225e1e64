using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Competencies;
using Pionir.Domain.Identity;

namespace Pionir.Application.Competencies.Queries;

/// <param name="Number">Null takes the version published now.</param>
[Public("Other institutions use the published dictionaries; drafts are shown only to those who work on them.")]
public sealed record GetDictionary(string Code, int? Number) : IQuery<DictionaryView>;

/// <param name="Competencies">In the order of the source, without their levels.</param>
/// <param name="Versions">All versions of the dictionary that one may see, newest first.</param>
/// <param name="Edition">Moves with every change of the version's state. Also the ETag.</param>
/// <param name="CanPublish">May publish: holds the permission and is not the drafter.</param>
public sealed record DictionaryView(
    string Code,
    int Number,
    string Title,
    string Source,
    int? Year,
    DictionaryState State,
    string? DecreeNumber,
    DateOnly? DecreeDate,
    DateTimeOffset? PublishedAt,
    string? DraftedByName,
    IReadOnlyList<CompetencyRow> Competencies,
    IReadOnlyList<DictionaryVersionRow> Versions,
    uint Edition,
    bool CanPublish,
    bool CanDiscard
);

/// <param name="CompetencyId">The same through all versions.</param>
/// <param name="Group">Branch of the tree, parts separated by <c>/</c>.</param>
public sealed record CompetencyRow(
    Guid CompetencyId,
    int Number,
    string Code,
    CompetencyKind Kind,
    string Group,
    string Title,
    string Description
);

public sealed record DictionaryVersionRow(int Number, DictionaryState State, DateTimeOffset? PublishedAt);

internal sealed class GetDictionaryHandler(IDatabase database, ICurrentUser user)
    : IRequestHandler<GetDictionary, Result<DictionaryView>>
{
    public async Task<Result<DictionaryView>> Handle(GetDictionary request, CancellationToken cancellationToken)
    {
        var visible = database.Set<DictionaryVersion>().AsNoTracking().VisibleTo(user);
        var version = await visible
            .At(request.Code, request.Number)
            .Include(found => found.Competencies)
            .SingleOrDefaultAsync(cancellationToken);
        if (version is null)
            return DictionaryErrors.NotFound(DictionaryAccess.Address(request.Code, request.Number));
        var versions = await visible
            .Where(other => other.Code == request.Code)
            .OrderByDescending(other => other.Number)
            .Select(other => new DictionaryVersionRow(other.Number, other.State, other.PublishedAt))
            .ToListAsync(cancellationToken);
        var isDraft = version.State == DictionaryState.Draft;
        return new DictionaryView(
            version.Code,
            version.Number,
            version.Title,
            version.Source,
            version.Year,
            version.State,
            version.DecreeNumber,
            version.DecreeDate,
            version.PublishedAt,
            user.SeesDrafts() ? version.DraftedByName : null,
            [.. version.Competencies.OrderBy(competency => competency.Position).Select(Row)],
            versions,
            version.Version,
            isDraft && user.Has(Permission.DictionaryPublish) && version.DraftedBy != user.UserId,
            isDraft && user.Has(Permission.DictionaryEdit)
        );
    }

    private static CompetencyRow Row(CompetencyEntry entry) =>
        new(
            entry.CompetencyId.Value,
            entry.Number,
            entry.Code,
            entry.Kind,
            entry.Group,
            entry.Title,
            entry.Description
        );
}
