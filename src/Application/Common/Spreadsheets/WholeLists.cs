using MediatR;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Common.Spreadsheets;

/// <summary>A list that goes into a file as a whole: what its page by page shows, with the same permission and scope.</summary>
internal sealed class WholeLists(IMediator mediator, IInstitution institution) : IApplicationPart
{
    /// <summary>More than this no spreadsheet program opens gladly; a file that is silently cut off would mislead its reader.</summary>
    public const int Most = 100_000;

    public static readonly PageRequest Page = new(1, Most);

    public static Error? Check(int found) => found > Most ? SpreadsheetErrors.TooManyForAFile(found, Most) : null;

    /// <param name="list">Asks for <see cref="Page"/>.</param>
    public async Task<Result<SpreadsheetFile>> FileAsync<TRow>(
        IRequest<Result<Page<TRow>>> list,
        ListSheet<TRow> sheet,
        SpreadsheetFormat format,
        CancellationToken cancellationToken
    )
    {
        var found = await mediator.Send(list, cancellationToken);
        if (!found.IsSuccess)
            return found.Error;
        if (Check(found.Value.Total) is { } tooMany)
            return tooMany;
        var zone = (await institution.CurrentAsync(cancellationToken)).TimeZone.Zone();
        return sheet.Of(found.Value.Items, format, new SheetWords(zone));
    }
}
