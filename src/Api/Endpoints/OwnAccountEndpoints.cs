using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Identity.Commands;
using Pionir.Application.Identity.Queries;

namespace Pionir.Api.Endpoints;

public sealed class OwnAccountEndpoints : IEndpoints
{
    private const string ProofErrors =
        "Wrong passwords count like those at sign-in. Errors: password.wrong, password.tries_used_up.";

    public static void Map(IEndpointRouteBuilder api)
    {
        var account = api.MapGroup("/account").WithTags("OwnAccount");
        account
            .MapPost("/invitation", AcceptInvitationAsync)
            .WithName(nameof(AcceptInvitation))
            .WithSummary("Accept an invitation by setting a password")
            .WithDescription(
                "Errors: account_link.unknown_invitation, .used, .replaced, .expired_invitation, .other_account; "
                    + "password.too_short, .too_long, .guessable, .contains_own_name."
            );
        account
            .MapPost("/password/forgotten", RequestPasswordResetAsync)
            .WithName(nameof(RequestPasswordReset))
            .WithSummary("Mail a link for a new password")
            .WithDescription("The answer is the same whether the address is known or not.");
        account
            .MapPost("/password/reset", ResetPasswordAsync)
            .WithName(nameof(ResetPassword))
            .WithSummary("Set a new password by the link that was mailed")
            .WithDescription(
                "The link works once. Refused when it is used up or too old, and when the password is too weak."
            );
        account
            .MapPut("/password", ChangePasswordAsync)
            .WithName(nameof(ChangePassword))
            .WithSummary("Change one's own password; all other sessions end")
            .WithDescription(ProofErrors);
        account
            .MapGet("/sign-ins", ListSignInsAsync)
            .WithName(nameof(ListOwnSignIns))
            .WithSummary("Where one is signed in now");
        account
            .MapDelete("/sign-ins/{id:guid}", EndSignInAsync)
            .WithName(nameof(EndOwnSignIn))
            .WithSummary("Sign out one device")
            .WithDescription("Errors: account.sign_in_not_found.");
        var twoFactor = account.MapGroup("/two-factor");
        twoFactor
            .MapPost("/", BeginTwoFactorAsync)
            .WithName(nameof(BeginTwoFactor))
            .WithSummary("Make a key for an authenticator app")
            .WithDescription(ProofErrors + " two_factor.already_on.");
        twoFactor
            .MapPut("/", ConfirmTwoFactorAsync)
            .WithName(nameof(ConfirmTwoFactor))
            .WithSummary("Confirm the app with a first code; answers the recovery codes once")
            .WithDescription("From now on every sign-in asks for a code. The recovery codes cannot be shown again.");
        twoFactor
            .MapPost("/disable", DisableTwoFactorAsync)
            .WithName(nameof(DisableTwoFactor))
            .WithSummary("Stop asking for codes")
            .WithDescription(ProofErrors + " two_factor.not_on, two_factor.demanded.");
    }

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> AcceptInvitationAsync(
        AcceptInvitation body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(body, cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> RequestPasswordResetAsync(
        RequestPasswordReset body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(body, cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> ResetPasswordAsync(
        ResetPassword body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(body, cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> ChangePasswordAsync(
        ChangePassword body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(body, cancellationToken)).ToNoContent();

    private static async Task<Results<Ok<IReadOnlyList<OwnSignIn>>, JsonHttpResult<Problem>>> ListSignInsAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListOwnSignIns(), cancellationToken)).ToOk();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> EndSignInAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new EndOwnSignIn(id), cancellationToken)).ToNoContent();

    private static async Task<Results<Ok<TwoFactorKey>, JsonHttpResult<Problem>>> BeginTwoFactorAsync(
        BeginTwoFactor body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(body, cancellationToken)).ToOk();

    private static async Task<Results<Ok<TwoFactorConfirmed>, JsonHttpResult<Problem>>> ConfirmTwoFactorAsync(
        ConfirmTwoFactor body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(body, cancellationToken)).ToOk();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> DisableTwoFactorAsync(
        DisableTwoFactor body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(body, cancellationToken)).ToNoContent();
}
