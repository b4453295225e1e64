using System.Net.Mime;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Organization.Commands;
using Pionir.Application.Organization.Queries;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Api.Endpoints;

public sealed class InstitutionEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var institution = api.MapGroup("/institution").WithTags("Institution");
        institution
            .MapGet("/", GetAsync)
            .WithName(nameof(GetInstitution))
            .WithSummary("Get the institution: name, logo and language for everybody, all settings when signed in");
        institution
            .MapPut("/", UpdateAsync)
            .WithName(nameof(UpdateInstitution))
            .WithSummary("Change the settings from a day on")
            .WithDescription(
                "Send all settings, as they hold today but for what you change, and the ETag of the version you have seen. "
                    + "A new version is kept, old ones stay; changes planned for other days stay planned. "
                    + "Codes: institution.missing, too_long, out_of_range, code_invalid, identity_kind_missing, "
                    + "identity_kind_twice, pattern_unreadable, grouping_invalid, pattern_braces, "
                    + "pattern_field_unknown, pattern_without_sequence, mail_address_invalid, role_unknown, "
                    + "effective_in_past, stale."
            );
        institution
            .MapGet("/history", GetHistoryAsync)
            .WithName(nameof(GetInstitutionHistory))
            .WithSummary("Get every version of the settings with what it changed");
        institution
            .MapDelete("/versions/{number:int}", CancelAsync)
            .WithName(nameof(CancelInstitutionChange))
            .WithSummary("Take back a planned change of the settings")
            .WithDescription("Codes: institution.version_not_found, already_in_force.");
        institution
            .MapGet("/logo", GetLogoAsync)
            .WithName(nameof(GetInstitutionLogo))
            .WithSummary("Get the logo")
            .ProducesFile(MediaTypeNames.Image.Png, MediaTypeNames.Image.Jpeg);
        institution
            .MapPut("/logo", UploadLogoAsync)
            .DisableAntiforgery()
            .WithName(nameof(UploadInstitutionLogo))
            .WithSummary("Upload the logo: PNG or JPEG, at most 1 MB")
            .WithDescription(
                "It stands on the page and on documents made from now on; issued certificates keep theirs."
            );
    }

    private static async Task<Results<Ok<InstitutionView>, JsonHttpResult<Problem>>> GetAsync(
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetInstitution(), cancellationToken)).ToOk(context, view => (uint)view.Version);

    private static async Task<Results<Ok<InstitutionUpdated>, JsonHttpResult<Problem>>> UpdateAsync(
        InstitutionUpdate body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new UpdateInstitution(body.Settings, body.EffectiveFrom, body.Reason, EntityTags.Parse(ifMatch)),
                cancellationToken
            )
        ).ToOk(context, updated => (uint)updated.Version);

    private static async Task<Results<Ok<InstitutionHistory>, JsonHttpResult<Problem>>> GetHistoryAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetInstitutionHistory(), cancellationToken)).ToOk();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> CancelAsync(
        int number,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(new CancelInstitutionChange(number, EntityTags.Parse(ifMatch)), cancellationToken)
        ).ToNoContent();

    private static async Task<Results<FileStreamHttpResult, JsonHttpResult<Problem>>> GetLogoAsync(
        [FromQuery] string? v,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var logo = await mediator.Send(new GetInstitutionLogo(), cancellationToken);
        if (!logo.IsSuccess)
        {
            return Problems.From(logo.Errors);
        }
        // Only an address that names this very logo may be kept; without it tomorrow's would be hidden for a day.
        var named = v is { Length: > 0 } && logo.Value.Hash.StartsWith(v, StringComparison.Ordinal);
        context.Response.Headers.CacheControl = named ? "public, max-age=86400" : "no-cache";
        var tag = new EntityTagHeaderValue($"\"{logo.Value.Hash}\"");
        return TypedResults.Stream(logo.Value.Content, logo.Value.ContentType, entityTag: tag);
    }

    private static async Task<Results<Ok<InstitutionUpdated>, JsonHttpResult<Problem>>> UploadLogoAsync(
        IFormFile file,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        await using var content = file.OpenReadStream();
        var request = new UploadInstitutionLogo(content, file.FileName, EntityTags.Parse(ifMatch));
        return (await mediator.Send(request, cancellationToken)).ToOk(context, updated => (uint)updated.Version);
    }
}

/// <param name="Settings">All settings; what is left out takes the product's default.</param>
/// <param name="EffectiveFrom">First day on which they hold; today when left out.</param>
/// <param name="Reason">Why, for the history.</param>
public sealed record InstitutionUpdate(InstitutionSettings Settings, DateOnly? EffectiveFrom, string? Reason);
