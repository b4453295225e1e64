using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Trainings.Planning;
using Pionir.Application.Trainings.Queries;
using Pionir.Domain.Trainings;

namespace Pionir.Api.Endpoints;

public sealed class TrainingReadsEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var trainings = api.MapGroup("/trainings").WithTags("Trainings");
        trainings
            .MapGet("/", ListAsync)
            .WithName(nameof(ListTrainings))
            .WithSummary("List trainings")
            .WithDescription(
                "Everybody sees trainings that are open or further; those who plan and watch see all of their units. "
                    + "Sort by start, title, code, state, seats or quota; a minus turns the order."
            );
        trainings
            .MapGet("/export", ExportAsync)
            .WithName(nameof(ExportTrainings))
            .WithSummary("Export the list of trainings as XLSX or CSV")
            .ProducesFile(FileContract.Xlsx, FileContract.Csv);
        trainings
            .MapGet("/board", BoardAsync)
            .WithName(nameof(GetMonitoringBoard))
            .WithSummary("Get the monitoring board")
            .WithDescription(
                "Documents missing, seats, attendance, results and budget of each training between approval and closing."
            );
        trainings
            .MapGet("/board/export", ExportBoardAsync)
            .WithName(nameof(ExportMonitoringBoard))
            .WithSummary("Export the monitoring board as XLSX or CSV")
            .WithDescription("Whole or not at all. Refusal: `spreadsheet.too_many_for_a_file`.")
            .ProducesFile(FileContract.Xlsx, FileContract.Csv);
        trainings
            .MapGet("/{id:guid}", GetAsync)
            .WithName(nameof(GetTraining))
            .WithSummary("Get a training with its next step, checklist and what one may do");
        trainings
            .MapGet("/{id:guid}/history", HistoryAsync)
            .WithName(nameof(GetTrainingHistory))
            .WithSummary("Get the moves of a training: who, what, when and why");
    }

    private static async Task<Results<Ok<Page<TrainingRow>>, JsonHttpResult<Problem>>> ListAsync(
        [AsParameters] TrainingFilterParameters filter,
        IMediator mediator,
        CancellationToken cancellationToken,
        string? sort = null,
        int? page = null,
        int? size = null
    ) =>
        (
            await mediator.Send(
                new ListTrainings(filter.ToFilter(), sort, PageRequest.From(page, size)),
                cancellationToken
            )
        ).ToOk();

    private static async Task<Results<PushStreamHttpResult, JsonHttpResult<Problem>>> ExportAsync(
        [AsParameters] TrainingFilterParameters filter,
        IMediator mediator,
        ISpreadsheetWriter writer,
        CancellationToken cancellationToken,
        string? sort = null,
        SpreadsheetFormat format = SpreadsheetFormat.Xlsx
    )
    {
        var request = new ExportTrainings(filter.ToFilter(), sort, format);
        return (await mediator.Send(request, cancellationToken)).ToFile(writer, cancellationToken);
    }

    private static async Task<Results<Ok<Page<MonitoringRow>>, JsonHttpResult<Problem>>> BoardAsync(
        [AsParameters] TrainingFilterParameters filter,
        IMediator mediator,
        CancellationToken cancellationToken,
        string? sort = null,
        int? page = null,
        int? size = null
    ) =>
        (
            await mediator.Send(
                new GetMonitoringBoard(filter.ToFilter(), sort, PageRequest.From(page, size)),
                cancellationToken
            )
        ).ToOk();

    private static async Task<Results<PushStreamHttpResult, JsonHttpResult<Problem>>> ExportBoardAsync(
        [AsParameters] TrainingFilterParameters filter,
        IMediator mediator,
        ISpreadsheetWriter writer,
        CancellationToken cancellationToken,
        string? sort = null,
        SpreadsheetFormat format = SpreadsheetFormat.Xlsx
    )
    {
        var request = new ExportMonitoringBoard(filter.ToFilter(), sort, format);
        return (await mediator.Send(request, cancellationToken)).ToFile(writer, cancellationToken);
    }

    private static async Task<Results<Ok<TrainingView>, JsonHttpResult<Problem>>> GetAsync(
        Guid id,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetTraining(id), cancellationToken)).ToOk(context, training => training.Version);

    private static async Task<Results<Ok<IReadOnlyList<TransitionView>>, JsonHttpResult<Problem>>> HistoryAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetTrainingHistory(id), cancellationToken)).ToOk();
}

/// <summary>Filters of the list, the export, the calendar and the board, as they stand in the address.</summary>
/// <param name="Q">Part of the title or of the activity code.</param>
/// <param name="State">May be given several times.</param>
/// <param name="Form">Code of the development form.</param>
/// <param name="UnitId">The unit and everything below it.</param>
/// <param name="From">Ends on this day or later.</param>
/// <param name="To">Starts on this day or earlier.</param>
public sealed record TrainingFilterParameters(
    string? Q,
    int? Year,
    TrainingState[]? State,
    DeliveryScheme? Scheme,
    Cluster? Cluster,
    string? Form,
    string? WorkingGroup,
    Guid? UnitId,
    TrainingColour? Colour,
    DateOnly? From,
    DateOnly? To
)
{
    internal TrainingFilter ToFilter() =>
        new(Q, Year, State, Scheme, Cluster, Form, WorkingGroup, UnitId, Colour, From, To);
}
