using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Organization.Commands;
using Pionir.Application.Organization.Queries;
using Pionir.Domain.Organization.Imports;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Api.Endpoints;

public sealed class ImportsEndpoints : IEndpoints
{
    // The settings say what is allowed; the server itself must let that much through.
    private const long MostBytes = (FileSettings.ImportMegabytesMaximum + 1) * 1024L * 1024L;

    public static void Map(IEndpointRouteBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("Imports");
        imports
            .MapPost("/", StartAsync)
            .WithName(nameof(ImportEmployees))
            .WithSummary("Send in a file of units, employees or opening balances for a dry run")
            .WithDescription(
                "XLSX or CSV with the columns of the sample (DownloadImportSample); further columns are kept. Nothing "
                    + "changes: follow the job, then read GetImport and ListImportRows, then ApplyImport. "
                    + "Units first, employees after. Refusals of the file as a whole: spreadsheet.*, file.*, "
                    + "import.as_of_in_future, import.as_of_before_last, import.not_allowed. Opening balances are lesson "
                    + "hours of the time before: each row is posted once, however often its file is sent."
            )
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .WithFormOptions(multipartBodyLengthLimit: MostBytes)
            .DisableAntiforgery();
        imports.MapGet("/", ListAsync).WithName(nameof(ListImports)).WithSummary("List imports, newest first");
        imports
            .MapGet("/export", ExportAsync)
            .WithName(nameof(ExportImports))
            .WithSummary("Export the list of imports as XLSX or CSV")
            .WithDescription("Whole or not at all. Refusal: `spreadsheet.too_many_for_a_file`.")
            .ProducesFile(FileContract.Xlsx, FileContract.Csv);
        imports
            .MapGet("/sample", SampleAsync)
            .WithName(nameof(DownloadImportSample))
            .WithSummary("Download a sample with the columns of an import")
            .ProducesFile(FileContract.Xlsx, FileContract.Csv);
        imports.MapGet("/{id:guid}", GetAsync).WithName(nameof(GetImport)).WithSummary("Get an import with its counts");
        imports
            .MapGet("/{id:guid}/rows", RowsAsync)
            .WithName(nameof(ListImportRows))
            .WithSummary("List the rows of an import with what each of them means");
        imports
            .MapGet("/{id:guid}/errors", ErrorsAsync)
            .WithName(nameof(DownloadImportErrors))
            .WithSummary("Download the wrong rows, to be mended and sent in again")
            .ProducesFile(FileContract.Xlsx, FileContract.Csv);
        imports
            .MapPut("/{id:guid}/rows/{number:int}/confirmation", ConfirmAsync)
            .WithName(nameof(ConfirmImportRow))
            .WithSummary("Say whether a doubtful row means the person on record")
            .WithDescription(
                "A row is doubtful (identity_number.another_person) when its number is that of somebody whose name is "
                    + "another one, and whose birth date or sex contradicts it or is not known either. It stays out "
                    + "until it is confirmed; samePerson=false takes that back. Only before the import is applied. "
                    + "Refusals: import.not_ready, import.row_not_doubtful."
            );
        imports
            .MapPost("/{id:guid}/apply", ApplyAsync)
            .WithName(nameof(ApplyImport))
            .WithSummary("Bring in what the dry run found")
            .WithDescription(
                "Runs in the background, by portions; cut off, it goes on where it stopped. "
                    + "Refusals: import.not_ready, import.nothing_to_apply, import.another_is_running, "
                    + "import.as_of_before_last."
            );
        imports
            .MapPost("/{id:guid}/discard", DiscardAsync)
            .WithName(nameof(DiscardImport))
            .WithSummary("Throw a dry run away, or stop an import whose applying has failed")
            .WithDescription(
                "A stopped import keeps what has come in and lets others go on. Refusal: import.not_ready."
            );
    }

    /// <param name="file">XLSX or CSV.</param>
    /// <param name="kind"><c>units</c>, <c>employees</c> or <c>openingBalances</c>.</param>
    /// <param name="asOf">The day from which the file is true; today when empty. Not after today, and not before the last import of its kind.</param>
    /// <param name="missingLeave">The file is complete: who is missing has left.</param>
    private static async Task<Results<Accepted<ImportStarted>, JsonHttpResult<Problem>>> StartAsync(
        IFormFile file,
        [FromForm] string? kind,
        [FromForm] DateOnly? asOf,
        [FromForm] bool? missingLeave,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        // A word that is none becomes a value that the validator refuses by name.
        var asked = Enum.TryParse<ImportKind>(kind, ignoreCase: true, out var word) ? word : (ImportKind)(-1);
        var command = new ImportEmployees(asked, file.FileName, file.OpenReadStream, asOf, missingLeave ?? false);
        var started = await mediator.Send(command, cancellationToken);
        return started.IsSuccess
            ? TypedResults.Accepted($"/api/v1/imports/{started.Value.Id}", started.Value)
            : Problems.From(started.Errors);
    }

    private static async Task<Results<Ok<Page<ImportView>>, JsonHttpResult<Problem>>> ListAsync(
        IMediator mediator,
        CancellationToken cancellationToken,
        ImportKind? kind = null,
        ImportState? state = null,
        int? page = null,
        int? size = null
    ) => (await mediator.Send(new ListImports(kind, state, PageRequest.From(page, size)), cancellationToken)).ToOk();

    private static async Task<Results<PushStreamHttpResult, JsonHttpResult<Problem>>> ExportAsync(
        IMediator mediator,
        ISpreadsheetWriter writer,
        CancellationToken cancellationToken,
        ImportKind? kind = null,
        ImportState? state = null,
        SpreadsheetFormat format = SpreadsheetFormat.Xlsx
    )
    {
        var request = new ExportImports(kind, state, format);
        return (await mediator.Send(request, cancellationToken)).ToFile(writer, cancellationToken);
    }

    private static async Task<Results<PushStreamHttpResult, JsonHttpResult<Problem>>> SampleAsync(
        IMediator mediator,
        ISpreadsheetWriter writer,
        CancellationToken cancellationToken,
        ImportKind kind = ImportKind.Employees,
        SpreadsheetFormat format = SpreadsheetFormat.Xlsx
    ) =>
        (await mediator.Send(new DownloadImportSample(kind, format), cancellationToken)).ToFile(
            writer,
            cancellationToken
        );

    private static async Task<Results<Ok<ImportView>, JsonHttpResult<Problem>>> GetAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetImport(id), cancellationToken)).ToOk();

    private static async Task<Results<Ok<Page<ImportRowView>>, JsonHttpResult<Problem>>> RowsAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken,
        RowOutcome? outcome = null,
        string? error = null,
        int? page = null,
        int? size = null
    ) =>
        (
            await mediator.Send(new ListImportRows(id, outcome, error, PageRequest.From(page, size)), cancellationToken)
        ).ToOk();

    private static async Task<Results<PushStreamHttpResult, JsonHttpResult<Problem>>> ErrorsAsync(
        Guid id,
        IMediator mediator,
        ISpreadsheetWriter writer,
        CancellationToken cancellationToken,
        SpreadsheetFormat format = SpreadsheetFormat.Xlsx
    ) =>
        (await mediator.Send(new DownloadImportErrors(id, format), cancellationToken)).ToFile(
            writer,
            cancellationToken
        );

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> ConfirmAsync(
        Guid id,
        int number,
        ImportRowConfirmation body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ConfirmImportRow(id, number, body.SamePerson), cancellationToken)).ToNoContent();

    private static async Task<Results<Accepted<JobAccepted>, JsonHttpResult<Problem>>> ApplyAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ApplyImport(id), cancellationToken)).ToAccepted();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> DiscardAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new DiscardImport(id), cancellationToken)).ToNoContent();
}

/// <param name="SamePerson">True: the row means the person on record, and may come in.</param>
public sealed record ImportRowConfirmation(bool SamePerson);
