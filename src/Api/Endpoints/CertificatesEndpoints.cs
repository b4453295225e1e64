using System.Net.Mime;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Certificates.Commands;
using Pionir.Application.Certificates.Queries;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;

namespace Pionir.Api.Endpoints;

/// <param name="Email">A better address, when the one known takes no mail.</param>
public sealed record CertificateLinkBody(string? Email = null);

public sealed class CertificatesEndpoints : IEndpoints
{
    /// <param name="Class">What the public reads.</param>
    /// <param name="Reason">Kept inside.</param>
    public sealed record RevocationBody(RevocationClass Class, string? Reason);

    /// <param name="Name">The holder's name as it should be; without it, what is known today.</param>
    public sealed record ReissueBody(string? Name, string? Reason);

    public static void Map(IEndpointRouteBuilder api)
    {
        var certificates = api.MapGroup("/certificates").WithTags("Certificates");
        certificates
            .MapGet("/", ListAsync)
            .WithName(nameof(ListCertificates))
            .WithSummary("List certificates, newest first");
        certificates
            .MapGet("/export", ExportAsync)
            .WithName(nameof(ExportCertificates))
            .WithSummary("Download the list as XLSX or CSV")
            .ProducesFile(FileContract.Xlsx, FileContract.Csv);
        certificates
            .MapGet("/{id:guid}", GetAsync)
            .WithName(nameof(GetCertificate))
            .WithSummary("One certificate: what it says, how it stands, its versions");
        certificates
            .MapGet("/{id:guid}/file", DownloadAsync)
            .WithName(nameof(DownloadCertificate))
            .WithSummary("The paper (PDF); the same certificate always gives the same bytes")
            .ProducesFile(MediaTypeNames.Application.Pdf);
        certificates
            .MapPost("/{id:guid}/revocation", RevokeAsync)
            .WithName(nameof(RevokeCertificate))
            .WithSummary("Revoke a certificate")
            .WithDescription(
                "Refusals: certificate.already_revoked, certificate.already_replaced, certificate.reason_too_short, access.four_eyes."
            );
        certificates
            .MapPost("/{id:guid}/replacement", ReissueAsync)
            .WithName(nameof(ReissueCertificate))
            .WithSummary("Replace a certificate, for example with the right name")
            .WithDescription(
                "The new one has a number of its own; the old one verifies as replaced. Refusals: "
                    + "certificate.name_unchanged, certificate.already_replaced, certificate.glyphs_missing, access.four_eyes."
            );
        certificates
            .MapPost("/{id:guid}/link", SendAsync)
            .WithName(nameof(SendCertificateLink))
            .WithSummary("Mail an external holder a new link; the one before stops working")
            .WithDescription(
                "Refused for what is not in force any more (`certificate.already_revoked`, `certificate.already_replaced`) and without an address (`certificate.no_mail`)."
            );
    }

    private static async Task<Results<Ok<Page<CertificateLine>>, JsonHttpResult<Problem>>> ListAsync(
        IMediator mediator,
        CancellationToken cancellationToken,
        string? q = null,
        CertificateStatus? status = null,
        Guid? trainingId = null,
        Guid? employeeId = null,
        bool mine = false,
        int? page = null,
        int? size = null
    ) =>
        (
            await mediator.Send(
                new ListCertificates(q, status, trainingId, employeeId, mine, PageRequest.From(page, size)),
                cancellationToken
            )
        ).ToOk();

    private static async Task<Results<PushStreamHttpResult, JsonHttpResult<Problem>>> ExportAsync(
        IMediator mediator,
        ISpreadsheetWriter writer,
        CancellationToken cancellationToken,
        string? q = null,
        CertificateStatus? status = null,
        Guid? trainingId = null,
        Guid? employeeId = null,
        bool mine = false,
        SpreadsheetFormat format = SpreadsheetFormat.Xlsx
    )
    {
        var request = new ExportCertificates(q, status, trainingId, employeeId, mine, format);
        return (await mediator.Send(request, cancellationToken)).ToFile(writer, cancellationToken);
    }

    private static async Task<Results<Ok<CertificateView>, JsonHttpResult<Problem>>> GetAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetCertificate(id), cancellationToken)).ToOk();

    private static async Task<Results<FileContentHttpResult, JsonHttpResult<Problem>>> DownloadAsync(
        Guid id,
        IMediator mediator,
        HttpContext http,
        CancellationToken cancellationToken
    ) => Paper(await mediator.Send(new DownloadCertificate(id), cancellationToken), http);

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> RevokeAsync(
        Guid id,
        RevocationBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(new RevokeCertificate(id, body.Class, body.Reason ?? ""), cancellationToken)
        ).ToNoContent();

    private static async Task<Results<Created<CertificateReissued>, JsonHttpResult<Problem>>> ReissueAsync(
        Guid id,
        ReissueBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (await mediator.Send(new ReissueCertificate(id, body.Name, body.Reason ?? ""), cancellationToken)).ToCreated(
            made => $"/api/v1/certificates/{made.CertificateId}"
        );

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> SendAsync(
        Guid id,
        CertificateLinkBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new SendCertificateLink(id, body.Email), cancellationToken)).ToNoContent();

    internal static Results<FileContentHttpResult, JsonHttpResult<Problem>> Paper(
        Result<PdfFileContent> paper,
        HttpContext http
    )
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return paper.IsSuccess
            ? TypedResults.File(paper.Value.Content, "application/pdf", paper.Value.FileName)
            : Problems.From(paper.Errors);
    }
}
