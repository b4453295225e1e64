using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.LearningHours;
using Pionir.Application.LearningHours.Commands;
using Pionir.Application.LearningHours.Queries;

namespace Pionir.Api.Endpoints;

public sealed class LearningHoursEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var jp = api.MapGroup("/jp").WithTags("LearningHours");
        jp.MapGet("/statement", GetAsync)
            .WithName(nameof(GetJpStatement))
            .WithSummary("Lesson hours of a person and year against the target")
            .WithDescription(
                "One's own without `employeeId`. A look at somebody else's statement needs the permission in their unit "
                    + "(or being their superior) and is logged. `asOf` makes a past statement again exactly. "
                    + "Refusals: ledger.employee_not_found, ledger.no_employee."
            );
        jp.MapGet("/statement/file", ExportAsync)
            .WithName(nameof(ExportJpStatement))
            .WithSummary("The same statement as a spreadsheet (XLSX)")
            .WithDescription(
                "Of the running year with what it comes to; with `asOf` a past state, always the same file."
            )
            .ProducesFile(FileContract.Xlsx);
        jp.MapGet("/statement/forecast", ForecastAsync)
            .WithName(nameof(GetJpForecast))
            .WithSummary("What a person's running year comes to on 31 December, and what would close the rest")
            .WithDescription(
                "What counts already and the JP of trainings with a confirmed place that end this year; reserve places and "
                    + "open nominations are named and not counted. A look at somebody else's is logged. "
                    + "Refusals: ledger.employee_not_found, ledger.no_employee."
            );
        jp.MapGet("/units", UnitsAsync)
            .WithName(nameof(GetUnitProgress))
            .WithSummary("How far the units one may see are with this year's lesson hours")
            .WithDescription(
                "In all, unit by unit (with everything below), and the trainings their people sit in; with what it "
                    + "comes to on 31 December by the places confirmed."
            );
        jp.MapGet("/team", TeamAsync)
            .WithName(nameof(ListTeamProgress))
            .WithSummary("The people who report to me with their lesson hours, who lacks most first");
        jp.MapPost("/entries/{id:guid}/reversal", ReverseAsync)
            .WithName(nameof(ReverseJpEntry))
            .WithSummary("Take an entry back by a counter-entry")
            .WithDescription(
                "Nothing is changed or deleted. Refusals: ledger.not_found, ledger.already_reversed, "
                    + "ledger.reversal_is_final, ledger.own_entry, ledger.posted_by_same, ledger.reason_too_short."
            );
        var checks = api.MapGroup("/ledger-checks").WithTags("LearningHours");
        checks
            .MapPost("/", VerifyAsync)
            .WithName(nameof(VerifyLedger))
            .WithSummary("Read the whole ledger again: is any entry changed, removed, put in or moved?")
            .WithDescription("202 with the job. Asking while a check runs answers the same job.");
        checks
            .MapGet("/", ChecksAsync)
            .WithName(nameof(ListLedgerChecks))
            .WithSummary("Checks of the ledger, newest first, with the faults of the newest finished one");
    }

    private static async Task<Results<Accepted<JobAccepted>, JsonHttpResult<Problem>>> VerifyAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new VerifyLedger(), cancellationToken)).ToAccepted();

    private static async Task<Results<Ok<LedgerCheckList>, JsonHttpResult<Problem>>> ChecksAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListLedgerChecks(), cancellationToken)).ToOk();

    private static async Task<Results<Ok<UnitProgressView>, JsonHttpResult<Problem>>> UnitsAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetUnitProgress(), cancellationToken)).ToOk();

    private static async Task<Results<Ok<IReadOnlyList<TeamMemberProgress>>, JsonHttpResult<Problem>>> TeamAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListTeamProgress(), cancellationToken)).ToOk();

    private static async Task<Results<Ok<JpStatement>, JsonHttpResult<Problem>>> GetAsync(
        IMediator mediator,
        Guid? employeeId,
        int? year,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetJpStatement(employeeId, year, asOf), cancellationToken)).ToOk();

    private static async Task<Results<Ok<JpForecast>, JsonHttpResult<Problem>>> ForecastAsync(
        IMediator mediator,
        Guid? employeeId,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetJpForecast(employeeId), cancellationToken)).ToOk();

    private static async Task<Results<FileStreamHttpResult, JsonHttpResult<Problem>>> ExportAsync(
        IMediator mediator,
        ISpreadsheetWriter writer,
        Guid? employeeId,
        int? year,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    )
    {
        var sheet = await mediator.Send(new ExportJpStatement(employeeId, year, asOf), cancellationToken);
        if (!sheet.IsSuccess)
            return Problems.From(sheet.Errors);
        var file = new MemoryStream();
        await writer.WriteAsync(file, SpreadsheetFormat.Xlsx, sheet.Value.Content, cancellationToken);
        file.Position = 0;
        return TypedResults.Stream(file, FileContract.Xlsx, sheet.Value.FileName);
    }

    private static async Task<Results<Ok<JpReversed>, JsonHttpResult<Problem>>> ReverseAsync(
        Guid id,
        ReasonBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ReverseJpEntry(id, body.Reason ?? ""), cancellationToken)).ToOk();
}

/// <param name="Reason">Why; kept in the audit trail.</param>
public sealed record ReasonBody(string? Reason);
