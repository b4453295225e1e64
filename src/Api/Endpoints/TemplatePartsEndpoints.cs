using System.Net.Mime;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Certificates.Commands;
using Pionir.Application.Certificates.Queries;

namespace Pionir.Api.Endpoints;

/// <summary>Fonts and pictures that templates are made of.</summary>
public sealed class TemplatePartsEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var fonts = api.MapGroup("/certificate-fonts").WithTags("CertificateTemplates");
        fonts
            .MapGet("/", ListFontsAsync)
            .WithName(nameof(ListFonts))
            .WithSummary("Fonts that templates can use: those that ship, then those uploaded");
        fonts
            .MapPost("/", UploadFontAsync)
            .DisableAntiforgery()
            .WithName(nameof(UploadFont))
            .WithSummary("Upload a TrueType font, at most 5 MB, with the ground on which it may be used")
            .WithDescription(
                "Refusals: certificate_font.not_embeddable, certificate_font.postscript, certificate_font.damaged, "
                    + "certificate_font.variable, certificate_font.collection, certificate_font.web_font, "
                    + "certificate_font.no_letters, certificate_font.licence_missing, certificate_font.already_there."
            );
        var pictures = api.MapGroup("/certificate-pictures").WithTags("CertificateTemplates");
        pictures
            .MapGet("/", ListPicturesAsync)
            .WithName(nameof(ListCertificatePictures))
            .WithSummary("Pictures uploaded for templates, newest first");
        pictures
            .MapPost("/", UploadPictureAsync)
            .DisableAntiforgery()
            .WithName(nameof(UploadCertificatePicture))
            .WithSummary("Upload a PNG or JPEG of at most 8 MB and 20 million pixels, or a page of a PDF")
            .WithDescription(
                "Of a PDF, the page of the number `page` is kept alone and stays a drawing; a PDF of one page needs no number. "
                    + "What would not be archivable on a certificate (PDF/A-2b) is refused here. "
                    + "Refusals: certificate_picture.too_many_pixels, certificate_picture.kind_unsupported, "
                    + "certificate_picture.damaged, certificate_picture.page_needed, certificate_picture.page_missing, "
                    + "certificate_picture.page_locked, certificate_picture.page_active, certificate_picture.page_layers, "
                    + "certificate_picture.page_annotated, certificate_picture.page_font_missing, "
                    + "certificate_picture.page_font_unusable, certificate_picture.page_picture, "
                    + "certificate_picture.page_inks, certificate_picture.page_too_complex, certificate_picture.page_size, "
                    + "certificate_picture.page_unreadable."
            );
        pictures
            .MapGet("/{id:guid}/file", GetPictureAsync)
            .WithName(nameof(GetCertificatePicture))
            .WithSummary("The picture itself")
            .ProducesFile(MediaTypeNames.Image.Png, MediaTypeNames.Image.Jpeg, MediaTypeNames.Application.Pdf);
    }

    private static async Task<Results<Ok<IReadOnlyList<FontLine>>, JsonHttpResult<Problem>>> ListFontsAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListFonts(), cancellationToken)).ToOk();

    private static async Task<Results<Ok<FontUploaded>, JsonHttpResult<Problem>>> UploadFontAsync(
        IFormFile file,
        [FromForm] string? licence,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        await using var content = file.OpenReadStream();
        return (await mediator.Send(new UploadFont(content, file.FileName, licence ?? ""), cancellationToken)).ToOk();
    }

    private static async Task<
        Results<Ok<IReadOnlyList<CertificatePictureLine>>, JsonHttpResult<Problem>>
    > ListPicturesAsync(IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ListCertificatePictures(), cancellationToken)).ToOk();

    private static async Task<Results<Ok<CertificatePictureLine>, JsonHttpResult<Problem>>> UploadPictureAsync(
        IFormFile file,
        [FromForm] int? page,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        await using var content = file.OpenReadStream();
        var upload = new UploadCertificatePicture(content, file.FileName, page);
        return (await mediator.Send(upload, cancellationToken)).ToOk();
    }

    private static async Task<Results<FileStreamHttpResult, JsonHttpResult<Problem>>> GetPictureAsync(
        Guid id,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetCertificatePicture(id), cancellationToken)).ToFile(context, preview: true);
}
