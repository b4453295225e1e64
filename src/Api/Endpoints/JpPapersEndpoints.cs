using System.Net.Mime;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.LearningHours.Queries;

namespace Pionir.Api.Endpoints;

/// <summary>Statements of lesson hours as signed papers, and their check by anybody.</summary>
public sealed class JpPapersEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGroup("/jp")
            .WithTags("LearningHours")
            .MapGet("/statement/pdf", GetAsync)
            .WithName(nameof(GetJpStatementPdf))
            .WithSummary("The statement as a signed paper (PDF)")
            .WithDescription(
                "With a QR code to its public check. Asked again on the same day without a change, it is the same file. "
                    + "`asOf` gives the paper of a past state, which says so. While the time-stamp authority is away, the "
                    + "paper is signed without a time-stamp (PAdES B-B), and the header `Lacks-Timestamp: true` says so. "
                    + "Refusals: ledger.employee_not_found, ledger.no_employee."
            )
            .ProducesFile(MediaTypeNames.Application.Pdf);
        api.MapGroup("/public")
            .WithTags("JpVerification")
            .MapGet("/jp-statements/{token}", VerifyAsync)
            .WithName(nameof(VerifyJpStatement))
            .WithSummary("Check a statement of lesson hours by the token of its QR code")
            .WithDescription(
                "Tells name, year, day and hours as on the paper, and whether they have changed since. "
                    + "Refusals: jp_paper.not_verified, jp_paper.not_intact."
            );
    }

    private static async Task<Results<FileContentHttpResult, JsonHttpResult<Problem>>> GetAsync(
        IMediator mediator,
        HttpContext http,
        Guid? employeeId,
        int? year,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    )
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var paper = await mediator.Send(new GetJpStatementPdf(employeeId, year, asOf), cancellationToken);
        if (paper is { IsSuccess: true, Value.LacksStamp: true })
            http.Response.Headers["Lacks-Timestamp"] = "true";
        return paper.IsSuccess
            ? TypedResults.File(paper.Value.Content, MediaTypeNames.Application.Pdf, paper.Value.FileName)
            : Problems.From(paper.Errors);
    }

    private static async Task<Results<Ok<JpStatementVerification>, JsonHttpResult<Problem>>> VerifyAsync(
        string token,
        IMediator mediator,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        http.Response.Headers.CacheControl = "no-store";
        return (await mediator.Send(new VerifyJpStatement(token), cancellationToken)).ToOk();
    }
}
