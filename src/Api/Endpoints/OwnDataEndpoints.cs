using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.OwnData.Commands;
using Pionir.Application.Common.OwnData.Queries;

namespace Pionir.Api.Endpoints;

public sealed class OwnDataEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var data = api.MapGroup("/account/data").WithTags("OwnAccount");
        data.MapPost("/", ExportAsync)
            .WithName(nameof(ExportOwnData))
            .WithSummary("Pack all data held on oneself (UU 27/2022)")
            .WithDescription(
                "202 with the job that makes a ZIP: profile, history, trainings, attendance, JP, certificates, "
                    + "notifications, mails, and who looked at the profile, as JSON, XLSX and PDF. Asking again while it "
                    + "is made answers the same job. Refusals: own_data.no_person."
            );
        data.MapGet("/", ListAsync)
            .WithName(nameof(ListOwnDataExports))
            .WithSummary("List the packages of one's own data that can be downloaded");
        data.MapGet("/{id:guid}/file", DownloadAsync)
            .WithName(nameof(DownloadOwnData))
            .WithSummary("Download a package of one's own data; gone three days after it was made")
            .WithDescription(
                "Refusals: own_data.not_found (also somebody else's, and one that expired), own_data.not_ready."
            )
            .Produces<Stream>(StatusCodes.Status200OK, "application/zip");
    }

    private static async Task<Results<Accepted<JobAccepted>, JsonHttpResult<Problem>>> ExportAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ExportOwnData(), cancellationToken)).ToAccepted();

    private static async Task<Results<Ok<IReadOnlyList<OwnDataExportView>>, JsonHttpResult<Problem>>> ListAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListOwnDataExports(), cancellationToken)).ToOk();

    private static async Task<Results<FileContentHttpResult, JsonHttpResult<Problem>>> DownloadAsync(
        Guid id,
        IMediator mediator,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var archive = await mediator.Send(new DownloadOwnData(id), cancellationToken);
        if (!archive.IsSuccess)
            return Problems.From(archive.Errors);
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(archive.Value.Content, "application/zip", archive.Value.FileName);
    }
}
