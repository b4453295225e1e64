using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Auditing.Queries;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;

namespace Pionir.Api.Endpoints;

public sealed class AuditEndpoints : IEndpoints
{
    /// <summary>Every field may be left out.</summary>
    /// <param name="Who">Part of the name of who acted, or the id of an account.</param>
    /// <param name="Action">Name of the use case, such as ApproveTraining.</param>
    /// <param name="SubjectType">Type of the object, such as Training.</param>
    /// <param name="SubjectId">The object with all that belongs to it.</param>
    /// <param name="Q">Part of the name of the object, or of the reason.</param>
    /// <param name="From">Earliest instant, included.</param>
    /// <param name="Until">Latest instant, not included.</param>
    public sealed record AuditSearch(
        [FromQuery(Name = "who")] string? Who,
        [FromQuery(Name = "action")] string? Action,
        [FromQuery(Name = "subjectType")] string? SubjectType,
        [FromQuery(Name = "subjectId")] Guid? SubjectId,
        [FromQuery(Name = "q")] string? Q,
        [FromQuery(Name = "from")] DateTimeOffset? From,
        [FromQuery(Name = "until")] DateTimeOffset? Until
    )
    {
        internal AuditFilter ToFilter() =>
            new(Who, Action, SubjectType, SubjectId, Q, From?.ToUniversalTime(), Until?.ToUniversalTime());
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags("Audit");
        audit
            .MapGet("/", ListAsync)
            .WithName(nameof(ListAuditEntries))
            .WithSummary("Search the audit trail: who, what, when, which object; newest first");
        audit
            .MapGet("/export", ExportAsync)
            .WithName(nameof(ExportAuditEntries))
            .WithSummary("Take the found entries out as XLSX or CSV; noted in the trail")
            .WithDescription(
                "Whole or not at all. Words in the language asked for, then the columns action, change, subject_type, "
                    + "subject_id, user_id and details for programs, the same in every language. "
                    + "Refusal: spreadsheet.too_many_for_a_file."
            )
            .ProducesFile(FileContract.Xlsx, FileContract.Csv);
        audit
            .MapGet("/objects/{subjectType}/{id:guid}", HistoryAsync)
            .WithName(nameof(GetObjectHistory))
            .WithSummary("The history of one object and its parts, for whoever may see the object");
    }

    private static async Task<Results<Ok<Page<AuditRow>>, JsonHttpResult<Problem>>> ListAsync(
        [AsParameters] AuditSearch search,
        IMediator mediator,
        CancellationToken cancellationToken,
        int? page = null,
        int? size = null
    ) =>
        (
            await mediator.Send(
                new ListAuditEntries(search.ToFilter(), PageRequest.From(page, size)),
                cancellationToken
            )
        ).ToOk();

    private static async Task<Results<PushStreamHttpResult, JsonHttpResult<Problem>>> ExportAsync(
        [AsParameters] AuditSearch search,
        IMediator mediator,
        ISpreadsheetWriter writer,
        CancellationToken cancellationToken,
        SpreadsheetFormat format = SpreadsheetFormat.Xlsx
    )
    {
        var result = await mediator.Send(new ExportAuditEntries(search.ToFilter(), format), cancellationToken);
        return result.ToFile(writer, cancellationToken);
    }

    private static async Task<Results<Ok<Page<AuditRow>>, JsonHttpResult<Problem>>> HistoryAsync(
        string subjectType,
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken,
        int? page = null,
        int? size = null
    ) =>
        (
            await mediator.Send(new GetObjectHistory(subjectType, id, PageRequest.From(page, size)), cancellationToken)
        ).ToOk();
}
