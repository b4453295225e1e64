using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Competencies;
using Pionir.Domain.Identity;

namespace Pionir.Application.Competencies.Queries;

[Public("Other institutions use the published dictionaries; drafts are shown only to those who work on them.")]
public sealed record ListDictionaries(string? Code, DictionaryState? State, PageRequest Page) : IQuery<DictionaryList>;

public sealed record DictionaryList(
    IReadOnlyList<DictionaryRow> Items,
    int Total,
    int Number,
    int Size,
    bool CanImport
);

/// <param name="Code">Stable word through all versions; part of the address.</param>
/// <param name="DraftedByName">Null for those outside.</param>
public sealed record DictionaryRow(
    string Code,
    int Number,
    string Title,
    string Source,
    int? Year,
    DictionaryState State,
    int Competencies,
    string? DecreeNumber,
    DateOnly? DecreeDate,
    DateTimeOffset? PublishedAt,
    string? DraftedByName,
    DateTimeOffset? DraftedAt
);

internal sealed class ListDictionariesHandler(IDatabase database, ICurrentUser user)
    : IRequestHandler<ListDictionaries, Result<DictionaryList>>
{
    public async Task<Result<DictionaryList>> Handle(ListDictionaries request, CancellationToken cancellationToken)
    {
        var inside = user.SeesDrafts();
        var versions = database.Set<DictionaryVersion>().AsNoTracking().VisibleTo(user);
        if (request.Code is { Length: > 0 } code)
            versions = versions.Where(version => version.Code == code);
        if (request.State is { } state)
            versions = versions.Where(version => version.State == state);
        var total = await versions.CountAsync(cancellationToken);
        var rows = await versions
            .OrderBy(version => version.Title)
            .ThenByDescending(version => version.Number)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .Select(version => new DictionaryRow(
                version.Code,
                version.Number,
                version.Title,
                version.Source,
                version.Year,
                version.State,
                version.Competencies.Count,
                version.DecreeNumber,
                version.DecreeDate,
                version.PublishedAt,
                inside ? version.DraftedByName : null,
                inside ? version.DraftedAt : null
            ))
            .ToListAsync(cancellationToken);
        return new DictionaryList(
            rows,
            total,
            request.Page.Number,
            request.Page.Size,
            user.Has(Permission.DictionaryEdit)
        );
    }
}
