using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Attendance;
using Pionir.Application.Trainings.Commands;
using Pionir.Application.Trainings.Participation;
using Pionir.Application.Trainings.Queries;

namespace Pionir.Api.Endpoints;

/// <summary>The public page: people from outside register, prove their address, and check in by their own link.</summary>
public sealed class RegistrationEndpoints : IEndpoints
{
    /// <param name="Email">Where the link goes that proves it.</param>
    public sealed record RegistrationBody(
        string? Name,
        string? Email,
        string? Institution,
        string? IdentityNumber,
        string? Note
    );

    /// <param name="SessionId">From the QR code; without it the session is found by the code.</param>
    public sealed record LinkCheckInBody(string? Code, Guid? SessionId);

    /// <param name="Refusal">Why the link can no longer be used, in both languages; none while it can.</param>
    public sealed record RegistrationLinkAnswer(
        string Name,
        string Email,
        string Training,
        DateOnly Start,
        DateOnly End,
        DateTimeOffset ExpiresAt,
        ProblemItem? Refusal
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        var open = api.MapGroup("/public/trainings").WithTags("Registration");
        open.MapGet("/", ListAsync)
            .WithName(nameof(ListPublicTrainings))
            .WithSummary("Trainings for which people from outside may register")
            .WithDescription("Empty unless the institution has a public page.");
        open.MapGet("/{id:guid}", GetAsync)
            .WithName(nameof(GetPublicTraining))
            .WithSummary("Get a training of the public page");
        open.MapPost("/{id:guid}/registrations", RegisterAsync)
            .WithName(nameof(RegisterForTraining))
            .WithSummary("Register from outside")
            .WithDescription(
                "Sends a link that proves the address; only then the officers see it. The answer is always the same, "
                    + "so that nobody learns who is registered. Refusals: registration.not_offered, registration.closed."
            );
        var links = api.MapGroup("").WithTags("Registration");
        links
            .MapGet("/registrations/{token}", LinkAsync)
            .WithName(nameof(GetRegistration))
            .WithSummary("What the link of a registration proves; looking changes nothing");
        links
            .MapPost("/registrations/{token}/confirmation", ConfirmAsync)
            .WithName(nameof(ConfirmRegistration))
            .WithSummary("Prove the address of a registration")
            .WithDescription(
                "Refusals: registration.unknown, registration.expired, registration.used, registration.replaced, "
                    + "registration.closed."
            );
        links
            .MapGet("/personal-links/{token}", PersonalAsync)
            .WithName(nameof(GetPersonalLink))
            .WithSummary("Programme and attendance of a participant without an account");
        links
            .MapPost("/personal-links/{token}/check-ins", CheckInAsync)
            .WithName(nameof(CheckInByLink))
            .WithSummary("Mark the own attendance with the code shown in class, without an account")
            .WithDescription(
                "Refusals: personal_link.unknown, personal_link.expired, check_in.closed, check_in.wrong_code, "
                    + "check_in.already_used."
            );
    }

    private static async Task<Results<Ok<Page<PublicTraining>>, JsonHttpResult<Problem>>> ListAsync(
        IMediator mediator,
        CancellationToken cancellationToken,
        string? q = null,
        int? page = null,
        int? size = null
    ) => (await mediator.Send(new ListPublicTrainings(q, PageRequest.From(page, size)), cancellationToken)).ToOk();

    private static async Task<Results<Ok<PublicTraining>, JsonHttpResult<Problem>>> GetAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetPublicTraining(id), cancellationToken)).ToOk();

    private static async Task<Results<Ok<RegistrationReceived>, JsonHttpResult<Problem>>> RegisterAsync(
        Guid id,
        RegistrationBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(
                new RegisterForTraining(
                    id,
                    body.Name ?? "",
                    body.Email ?? "",
                    body.Institution,
                    body.IdentityNumber,
                    body.Note
                ),
                cancellationToken
            )
        ).ToOk();

    private static async Task<Results<Ok<RegistrationLinkAnswer>, JsonHttpResult<Problem>>> LinkAsync(
        string token,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (await mediator.Send(new GetRegistration(token), cancellationToken)).ToOk(view => new RegistrationLinkAnswer(
            view.Name,
            view.Email,
            view.Training,
            view.Start,
            view.End,
            view.ExpiresAt,
            view.Refusal is null ? null : Wording.Of([view.Refusal])[0]
        ));

    private static async Task<Results<Ok<ConfirmedRegistration>, JsonHttpResult<Problem>>> ConfirmAsync(
        string token,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ConfirmRegistration(token), cancellationToken)).ToOk();

    private static async Task<Results<Ok<PersonalPage>, JsonHttpResult<Problem>>> PersonalAsync(
        string token,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetPersonalLink(token), cancellationToken)).ToOk();

    private static async Task<Results<Ok<CheckedIn>, JsonHttpResult<Problem>>> CheckInAsync(
        string token,
        LinkCheckInBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new CheckInByLink(token, body.Code ?? "", body.SessionId), cancellationToken)).ToOk();
}
