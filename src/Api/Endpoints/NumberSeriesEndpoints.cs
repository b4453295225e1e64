using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Certificates;
using Pionir.Application.Certificates.Commands;
using Pionir.Application.Certificates.Queries;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Certificates;

namespace Pionir.Api.Endpoints;

public sealed class NumberSeriesEndpoints : IEndpoints
{
    /// <param name="UnitId">Without it, the whole institution.</param>
    /// <param name="StartAt">First number; 1 without it.</param>
    public sealed record NewSeriesBody(CertificateKind Kind, Guid? UnitId, int Year, string? Pattern, int? StartAt);

    public sealed record PatternBody(string? Pattern);

    /// <param name="Count">How many of the next numbers.</param>
    public sealed record VoidBody(int Count, string? Reason);

    public static void Map(IEndpointRouteBuilder api)
    {
        var series = api.MapGroup("/number-series").WithTags("NumberSeries");
        series
            .MapGet("/", ListAsync)
            .WithName(nameof(ListNumberSeries))
            .WithSummary("List number series, newest year first");
        series
            .MapPost("/", CreateAsync)
            .WithName(nameof(CreateNumberSeries))
            .WithSummary("Begin a series for a kind, year and unit")
            .WithDescription(
                "Fields of a pattern: {seq:0000}, {year}, {yy}, {roman-year}, {month}, {roman-month}, {unit}, {centre}. Refusals: "
                    + "number_pattern.sequence_missing, number_pattern.year_missing, number_series.pattern_used and others."
            );
        series
            .MapPut("/{id:guid}", UpdateAsync)
            .WithName(nameof(UpdateNumberSeries))
            .WithSummary("Change how the numbers to come are written (If-Match)")
            .WithDescription(
                "Numbers given before stay as they are. Refused without a sequence and where its numbers could equal those of another series."
            );
        series
            .MapPost("/{id:guid}/void-numbers", VoidAsync)
            .WithName(nameof(VoidNumbers))
            .WithSummary("Take the next numbers of a series out of use")
            .WithDescription(
                "They are entered in the register of void numbers with the reason (`void_number.reason_too_short`) and never given again."
            );
        series
            .MapGet("/{id:guid}/gap-report", GapReportAsync)
            .WithName(nameof(GetNumberGapReport))
            .WithSummary("Account for every number of a series: issued, replaced, revoked, void, missing");
        series
            .MapGet("/{id:guid}/ranges", RangesAsync)
            .WithName(nameof(ListNumberRanges))
            .WithSummary("The numbers of a series as ranges that were used alike, newest first");
        series
            .MapGet("/{id:guid}/ranges/export", ExportRangesAsync)
            .WithName(nameof(ExportNumberRanges))
            .WithSummary("Export the ranges of a series as XLSX or CSV")
            .WithDescription("Whole or not at all. Refusal: `spreadsheet.too_many_for_a_file`.")
            .ProducesFile(FileContract.Xlsx, FileContract.Csv);
        series
            .MapGet("/preview", PreviewAsync)
            .WithName(nameof(PreviewNumberPattern))
            .WithSummary("How numbers of a pattern would read");
        api.MapGet("/void-numbers", ListVoidAsync)
            .WithTags("NumberSeries")
            .WithName(nameof(ListVoidNumbers))
            .WithSummary("The void register: numbers declared void, revoked or replaced");
        api.MapGet("/void-numbers/export", ExportVoidAsync)
            .WithTags("NumberSeries")
            .WithName(nameof(ExportVoidNumbers))
            .WithSummary("Export the void register as XLSX or CSV")
            .WithDescription("Whole or not at all. Refusal: `spreadsheet.too_many_for_a_file`.")
            .ProducesFile(FileContract.Xlsx, FileContract.Csv);
    }

    private static async Task<Results<Ok<IReadOnlyList<NumberSeriesView>>, JsonHttpResult<Problem>>> ListAsync(
        int? year,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListNumberSeries(year), cancellationToken)).ToOk();

    private static async Task<Results<Created<NumberSeriesCreated>, JsonHttpResult<Problem>>> CreateAsync(
        NewSeriesBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new CreateNumberSeries(body.Kind, body.UnitId, body.Year, body.Pattern ?? "", body.StartAt ?? 1),
                cancellationToken
            )
        ).ToCreated(made => $"/api/v1/number-series/{made.Id}");

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> UpdateAsync(
        Guid id,
        PatternBody body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new UpdateNumberSeries(id, body.Pattern ?? "", EntityTags.Parse(ifMatch)),
                cancellationToken
            )
        ).ToNoContent();

    private static async Task<Results<Ok<NumbersVoided>, JsonHttpResult<Problem>>> VoidAsync(
        Guid id,
        VoidBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new VoidNumbers(id, body.Count, body.Reason ?? ""), cancellationToken)).ToOk();

    private static async Task<Results<Ok<NumberGapReport>, JsonHttpResult<Problem>>> GapReportAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetNumberGapReport(id), cancellationToken)).ToOk();

    private static async Task<Results<Ok<Page<NumberRangeLine>>, JsonHttpResult<Problem>>> RangesAsync(
        Guid id,
        NumberFate? fate,
        int? page,
        int? size,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListNumberRanges(id, fate, PageRequest.From(page, size)), cancellationToken)).ToOk();

    private static async Task<Results<PushStreamHttpResult, JsonHttpResult<Problem>>> ExportRangesAsync(
        Guid id,
        IMediator mediator,
        ISpreadsheetWriter writer,
        CancellationToken cancellationToken,
        NumberFate? fate = null,
        SpreadsheetFormat format = SpreadsheetFormat.Xlsx
    ) =>
        (await mediator.Send(new ExportNumberRanges(id, fate, format), cancellationToken)).ToFile(
            writer,
            cancellationToken
        );

    private static async Task<Results<PushStreamHttpResult, JsonHttpResult<Problem>>> ExportVoidAsync(
        IMediator mediator,
        ISpreadsheetWriter writer,
        CancellationToken cancellationToken,
        int? year = null,
        SpreadsheetFormat format = SpreadsheetFormat.Xlsx
    ) =>
        (await mediator.Send(new ExportVoidNumbers(year, format), cancellationToken)).ToFile(writer, cancellationToken);

    private static async Task<Results<Ok<NumberPatternPreview>, JsonHttpResult<Problem>>> PreviewAsync(
        string? pattern,
        string? unitCode,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new PreviewNumberPattern(pattern, unitCode), cancellationToken)).ToOk();

    private static async Task<Results<Ok<Page<VoidNumberLine>>, JsonHttpResult<Problem>>> ListVoidAsync(
        int? year,
        int? page,
        int? size,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListVoidNumbers(year, PageRequest.From(page, size)), cancellationToken)).ToOk();
}
