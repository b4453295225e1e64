using System.Net.Mime;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Certificates.Commands;
using Pionir.Application.Certificates.Queries;
using Pionir.Domain.Certificates;
using Pionir.Domain.Certificates.Templates;

namespace Pionir.Api.Endpoints;

public sealed class CertificateTemplatesEndpoints : IEndpoints
{
    /// <param name="Beginning">A complete certificate to change (without it), or an empty sheet.</param>
    public sealed record NewTemplateBody(string? Name, TemplateBeginning? Beginning);

    public sealed record TemplateBody(string? Name, TemplateDocument? Document);

    /// <param name="Number">Of the version to begin with; without it, the draft.</param>
    public sealed record CopyTemplateBody(string? Name, int? Number);

    public sealed record TemplatePreviewBody(TemplateDocument? Document, TemplateSample Sample);

    /// <param name="Scheme">Without it, every scheme.</param>
    /// <param name="UnitId">Without it, the whole institution.</param>
    /// <param name="TemplateId">Without it, the assignment is taken away.</param>
    public sealed record AssignmentBody(
        CertificateKind Kind,
        CertificateScheme? Scheme,
        Guid? UnitId,
        Guid? TemplateId
    );

    // Null in a body reads as a document that is refused, with the reason.
    private static readonly TemplateDocument None = new() { Blocks = null! };

    public static void Map(IEndpointRouteBuilder api)
    {
        var templates = api.MapGroup("/certificate-templates").WithTags("CertificateTemplates");
        templates
            .MapGet("/", ListAsync)
            .WithName(nameof(ListCertificateTemplates))
            .WithSummary("List the designed templates by name");
        templates
            .MapGet("/{id:guid}", GetAsync)
            .WithName(nameof(GetCertificateTemplate))
            .WithSummary("One template: its draft, or the version of a number");
        templates
            .MapPost("/", CreateAsync)
            .WithName(nameof(CreateCertificateTemplate))
            .WithSummary("Begin a template")
            .WithDescription("Refusals: certificate_template.name_missing, certificate_template.name_taken.");
        templates
            .MapPut("/{id:guid}", UpdateAsync)
            .WithName(nameof(UpdateCertificateTemplate))
            .WithSummary("Save the draft (If-Match); mistakes of design are kept, not refused")
            .WithDescription(
                "Refusals: certificate_template.document_invalid, certificate_template.too_many_blocks, certificate_template.archived."
            );
        templates
            .MapPost("/{id:guid}/copies", DuplicateAsync)
            .WithName(nameof(DuplicateCertificateTemplate))
            .WithSummary("Begin a template as another one is")
            .WithDescription("From its draft, or from a version when a number is given.");
        templates
            .MapPost("/{id:guid}/versions", PublishAsync)
            .WithName(nameof(PublishCertificateTemplate))
            .WithSummary("Publish the draft as a version that never changes (If-Match)")
            .WithDescription(
                "Refusals: certificate_template.has_problems, certificate_template.unchanged, certificate_template.archived."
            );
        templates
            .MapPost("/preview", PreviewAsync)
            .WithName(nameof(PreviewCertificateTemplate))
            .WithSummary("Draw a document with a sample, as it would be printed, and say what is wrong with it")
            .WithDescription("Nothing is stored. What would keep it from being published stands beside the picture.");
        templates
            .MapGet("/{id:guid}/paper", PrintAsync)
            .WithName(nameof(PrintCertificateTemplate))
            .WithSummary("A sample certificate (PDF) of the saved draft or a version, marked as a preview")
            .ProducesFile(MediaTypeNames.Application.Pdf);
        templates
            .MapPut("/{id:guid}/archive", ArchiveAsync)
            .WithName(nameof(ArchiveCertificateTemplate))
            .WithSummary("Take a template out of the choice, or back into it")
            .WithDescription("Refusals: certificate_template.in_use while it serves certificates.");
        templates
            .MapGet("/fields", FieldsAsync)
            .WithName(nameof(ListTemplateFields))
            .WithSummary("Fields that text can name, with their formats");
        var assignments = api.MapGroup("/certificate-template-assignments").WithTags("CertificateTemplates");
        assignments
            .MapGet("/", ListAssignmentsAsync)
            .WithName(nameof(ListCertificateTemplateAssignments))
            .WithSummary("Which template serves which kind, scheme and unit");
        assignments
            .MapPut("/", AssignAsync)
            .WithName(nameof(AssignCertificateTemplate))
            .WithSummary("Let a template serve a kind, scheme and unit")
            .WithDescription(
                "The nearest unit wins, then the named scheme. Refusals: certificate_template.not_published, "
                    + "certificate_template.archived, certificate_template.unit_not_found."
            );
    }

    private static async Task<Results<Ok<CertificateTemplateList>, JsonHttpResult<Problem>>> ListAsync(
        IMediator mediator,
        CancellationToken cancellationToken,
        bool archived = false
    ) => (await mediator.Send(new ListCertificateTemplates(archived), cancellationToken)).ToOk();

    private static async Task<Results<Ok<CertificateTemplateView>, JsonHttpResult<Problem>>> GetAsync(
        Guid id,
        int? number,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        (await mediator.Send(new GetCertificateTemplate(id, number), cancellationToken)).ToOk(
            context,
            view => view.Version
        );

    private static async Task<Results<Created<CertificateTemplateCreated>, JsonHttpResult<Problem>>> CreateAsync(
        NewTemplateBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new CreateCertificateTemplate(body.Name ?? "", body.Beginning ?? TemplateBeginning.Official),
                cancellationToken
            )
        ).ToCreated(made => $"/api/v1/certificate-templates/{made.Id}");

    private static async Task<Results<Ok<CertificateTemplateUpdated>, JsonHttpResult<Problem>>> UpdateAsync(
        Guid id,
        TemplateBody body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new UpdateCertificateTemplate(id, body.Name ?? "", body.Document ?? None, EntityTags.Parse(ifMatch)),
                cancellationToken
            )
        ).ToOk(context, updated => updated.Version);

    private static async Task<Results<Created<CertificateTemplateCreated>, JsonHttpResult<Problem>>> DuplicateAsync(
        Guid id,
        CopyTemplateBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(new DuplicateCertificateTemplate(id, body.Name ?? "", body.Number), cancellationToken)
        ).ToCreated(made => $"/api/v1/certificate-templates/{made.Id}");

    private static async Task<Results<Ok<CertificateTemplatePublished>, JsonHttpResult<Problem>>> PublishAsync(
        Guid id,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new PublishCertificateTemplate(id, EntityTags.Parse(ifMatch)), cancellationToken)).ToOk();

    private static async Task<Results<Ok<CertificateTemplatePreview>, JsonHttpResult<Problem>>> PreviewAsync(
        TemplatePreviewBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(new PreviewCertificateTemplate(body.Document ?? None, body.Sample), cancellationToken)
        ).ToOk();

    private static async Task<Results<FileContentHttpResult, JsonHttpResult<Problem>>> PrintAsync(
        Guid id,
        int? number,
        TemplateSample? sample,
        IMediator mediator,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        CertificatesEndpoints.Paper(
            await mediator.Send(
                new PrintCertificateTemplate(id, number, sample ?? TemplateSample.Ordinary),
                cancellationToken
            ),
            http
        );

    /// <param name="Archived">False brings it back.</param>
    public sealed record ArchiveBody(bool Archived);

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> ArchiveAsync(
        Guid id,
        ArchiveBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ArchiveCertificateTemplate(id, body.Archived), cancellationToken)).ToNoContent();

    private static async Task<Results<Ok<IReadOnlyList<TemplateFieldLine>>, JsonHttpResult<Problem>>> FieldsAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListTemplateFields(), cancellationToken)).ToOk();

    private static async Task<
        Results<Ok<IReadOnlyList<CertificateTemplateAssignmentLine>>, JsonHttpResult<Problem>>
    > ListAssignmentsAsync(IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ListCertificateTemplateAssignments(), cancellationToken)).ToOk();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> AssignAsync(
        AssignmentBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new AssignCertificateTemplate(body.Kind, body.Scheme, body.UnitId, body.TemplateId),
                cancellationToken
            )
        ).ToNoContent();
}
