using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Api.Security;
using Pionir.Application.Identity.Commands;
using Pionir.Application.Identity.Queries;

namespace Pionir.Api.Endpoints;

public sealed class SessionEndpoints : IEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Session");
        session
            .MapGet("/", GetCurrentUserAsync)
            .WithName(nameof(GetCurrentUser))
            .WithSummary("Who is signed in, with roles and permissions, and facts about the installation")
            .WithDescription(
                "Sets the cookie XSRF-TOKEN; changing requests of a page send its value as header X-XSRF-TOKEN."
            );
        session
            .MapPost("/", SignInAsync)
            .WithName(nameof(SignIn))
            .WithSummary("Sign in with e-mail address and password")
            .WithDescription("Sets the session cookie, or awaits a code. Errors: sign_in.refused.")
            .AddEndpointFilter(
                (context, next) =>
                    context.HttpContext.RequestServices.GetRequiredService<RateLimits>().CheckSignInAsync(context, next)
            );
        session
            .MapPost("/code", VerifyAsync)
            .WithName(nameof(VerifyTwoFactor))
            .WithSummary("Second step of signing in: code of the authenticator app or a recovery code")
            .WithDescription("Errors: sign_in.code_refused, sign_in.nothing_pending.");
        session
            .MapDelete("/", SignOutAsync)
            .WithName(nameof(SignOut))
            .WithSummary("Sign out")
            .WithDescription("Only on this device.");
        session
            .MapDelete("/all", SignOutEverywhereAsync)
            .WithName(nameof(SignOutEverywhere))
            .WithSummary("Sign out on every device")
            .WithDescription("Every session of the account ends, this one too.");
    }

    private static async Task<Results<Ok<CurrentUserView>, JsonHttpResult<Problem>>> GetCurrentUserAsync(
        IMediator mediator,
        HttpContext http,
        IAntiforgery antiforgery,
        CancellationToken cancellationToken
    )
    {
        var result = await mediator.Send(new GetCurrentUser(), cancellationToken);
        AntiforgeryGate.SendToken(http, antiforgery);
        return result.ToOk();
    }

    private static async Task<Results<Ok<SignInAnswer>, JsonHttpResult<Problem>>> SignInAsync(
        SignIn body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(body, cancellationToken)).ToOk();

    private static async Task<Results<Ok<SignInAnswer>, JsonHttpResult<Problem>>> VerifyAsync(
        VerifyTwoFactor body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(body, cancellationToken)).ToOk();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> SignOutAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new SignOut(), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> SignOutEverywhereAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new SignOutEverywhere(), cancellationToken)).ToNoContent();
}
