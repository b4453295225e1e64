using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Organization.Commands;
using Pionir.Application.Organization.Queries;
using Pionir.Domain.Organization.Employees;

namespace Pionir.Api.Endpoints;

public sealed class EmployeesEndpoints : IEndpoints
{
    /// <summary>Which record becomes part of this one, and why.</summary>
    /// <param name="MergedId">The other record of the same person.</param>
    /// <param name="Reason">Kept in the audit trail.</param>
    public sealed record EmployeeMerge(Guid MergedId, string? Reason);

    public static void Map(IEndpointRouteBuilder api)
    {
        var employees = api.MapGroup("/employees").WithTags("Employees");
        employees
            .MapGet("/", ListAsync)
            .WithName(nameof(ListEmployees))
            .WithSummary("List and search employees")
            .WithDescription(
                "`q` finds by parts of the name, by the first digits of a number, present or former, and by its last four or "
                    + "more (not by digits in the middle); titles, accents and one or two typing errors do not matter, "
                    + "and the best match comes first. One or two letters find names with short words that begin so. "
                    + "A search looks at no more than 1,000 people, those who bear the very words first; "
                    + "`atLeast` then says that `total` may be more: ask with another name or more digits, or narrow "
                    + "it to a `unit`. The export has them all. `unit` includes everything below it. `active` is true unless given; `active=false` lists who has left; `all=true` lists both. `sort`: name, number or unit, with a minus to turn the order; with `q` and no sort the best match comes first."
            );
        employees
            .MapGet("/export", ExportAsync)
            .WithName(nameof(ExportEmployees))
            .WithSummary("Download the list as XLSX or CSV")
            .ProducesFile(FileContract.Xlsx, FileContract.Csv);
        employees
            .MapGet("/{id:guid}", GetAsync)
            .WithName(nameof(GetEmployee))
            .WithSummary("Get a person's profile")
            .WithDescription("One's own, of one's team, or in the units one may see; a look at another is logged.");
        employees
            .MapGet("/{id:guid}/history", HistoryAsync)
            .WithName(nameof(GetEmployeeHistory))
            .WithSummary("Unit and position of a person by days");
        employees
            .MapPost("/{id:guid}/merge", MergeAsync)
            .WithName(nameof(MergeEmployees))
            .WithSummary("Merge another record of the same person into this one")
            .WithDescription(
                "Refusals: employee.merge_with_itself, employee.already_merged, employee.merge_of_different_people."
            );
    }

    private static async Task<Results<Ok<Page<EmployeeListItem>>, JsonHttpResult<Problem>>> ListAsync(
        IMediator mediator,
        CancellationToken cancellationToken,
        string? q = null,
        Guid? unit = null,
        EmploymentType? type = null,
        bool? active = null,
        bool all = false,
        bool team = false,
        string? sort = null,
        int? page = null,
        int? size = null
    ) =>
        (
            await mediator.Send(
                new ListEmployees(Filter(q, unit, type, active, all, team, sort), PageRequest.From(page, size)),
                cancellationToken
            )
        ).ToOk();

    private static async Task<Results<PushStreamHttpResult, JsonHttpResult<Problem>>> ExportAsync(
        IMediator mediator,
        ISpreadsheetWriter writer,
        CancellationToken cancellationToken,
        string? q = null,
        Guid? unit = null,
        EmploymentType? type = null,
        bool? active = null,
        bool all = false,
        bool team = false,
        string? sort = null,
        SpreadsheetFormat format = SpreadsheetFormat.Xlsx
    )
    {
        var request = new ExportEmployees(Filter(q, unit, type, active, all, team, sort), format);
        return (await mediator.Send(request, cancellationToken)).ToFile(writer, cancellationToken);
    }

    private static EmployeeFilter Filter(
        string? question,
        Guid? unit,
        EmploymentType? type,
        bool? active,
        bool all,
        bool team,
        string? sort
    ) => new(question, unit, type, all ? null : active ?? true, team, sort);

    private static async Task<Results<Ok<EmployeeView>, JsonHttpResult<Problem>>> GetAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetEmployee(id), cancellationToken)).ToOk();

    private static async Task<Results<Ok<IReadOnlyList<EmployeePeriodView>>, JsonHttpResult<Problem>>> HistoryAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetEmployeeHistory(id), cancellationToken)).ToOk();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> MergeAsync(
        Guid id,
        EmployeeMerge body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(new MergeEmployees(id, body.MergedId, body.Reason ?? ""), cancellationToken)
        ).ToNoContent();
}
