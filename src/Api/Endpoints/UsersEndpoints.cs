using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pionir.Api.Errors;
using Pionir.Api.Http;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Identity.Commands;
using Pionir.Application.Identity.Queries;
using Pionir.Domain.Identity;

namespace Pionir.Api.Endpoints;

public sealed class UsersEndpoints : IEndpoints
{
    /// <param name="UnitId">The unit the role holds in, with everything below; which roles take one is in ListRoles.</param>
    public sealed record AssignRoleBody(Role Role, Guid? UnitId);

    /// <param name="Reason">Kept in the audit trail.</param>
    public sealed record DisableUserBody(string Reason);

    /// <param name="Email">Where the new invitation goes, and the name to sign in with.</param>
    public sealed record ChangeUserEmailBody(string Email);

    /// <param name="Reason">How the owner was recognised; kept in the audit trail.</param>
    public sealed record ResetTwoFactorBody(string Reason);

    public static void Map(IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users").WithTags("Users");
        users
            .MapGet("/", ListAsync)
            .WithName(nameof(ListUsers))
            .WithSummary("List accounts")
            .WithDescription("`sort`: name (default), -name, email, -createdAt.");
        users
            .MapGet("/export", ExportAsync)
            .WithName(nameof(ExportUsers))
            .WithSummary("Export the list of accounts as XLSX or CSV")
            .WithDescription("Whole or not at all. Refusal: `spreadsheet.too_many_for_a_file`.")
            .ProducesFile(FileContract.Xlsx, FileContract.Csv);
        users
            .MapPost("/", InviteAsync)
            .WithName(nameof(InviteUser))
            .WithSummary("Invite a person: makes the account and mails a one-time link")
            .WithDescription(
                "Errors: account.email_taken, account.employee_has_account, account.unknown_employee, "
                    + "account.unknown_unit, account.role_derived, account.role_needs_unit, account.role_takes_no_unit, "
                    + "account.role_needs_employee."
            );
        users.MapGet("/{id:guid}", GetAsync).WithName(nameof(GetUser)).WithSummary("Get an account with all its roles");
        users
            .MapPost("/{id:guid}/invitation", ResendAsync)
            .WithName(nameof(ResendInvitation))
            .WithSummary("Mail a new invitation; the former link ends")
            .WithDescription("Refused when the account is in use already (`account.already_active`) or closed.");
        users
            .MapPut("/{id:guid}/email", ChangeEmailAsync)
            .WithName(nameof(ChangeUserEmail))
            .WithSummary("Mend the address of somebody invited, and mail a new invitation; former links end")
            .WithDescription(
                "Send the ETag of the account. Errors: account.already_active, account.disabled, account.email_taken, request.stale_version."
            );
        users
            .MapPost("/{id:guid}/two-factor/reset", ResetTwoFactorAsync)
            .WithName(nameof(ResetTwoFactor))
            .WithSummary("Take the second step away from somebody who lost the phone; ends sessions, tells the owner")
            .WithDescription("Errors: account.own_account, two_factor.not_on.");
        users
            .MapPost("/{id:guid}/unlock", UnlockAsync)
            .WithName(nameof(UnlockUser))
            .WithSummary("Open an account that wrong tries locked, before the time is over")
            .WithDescription("Errors: account.own_account, account.not_locked.");
        users
            .MapPost("/{id:guid}/disable", DisableAsync)
            .WithName(nameof(DisableUser))
            .WithSummary("Close an account and end its sessions")
            .WithDescription("Errors: account.own_account, account.disabled, account.last_administrator.");
        users
            .MapPost("/{id:guid}/enable", EnableAsync)
            .WithName(nameof(EnableUser))
            .WithSummary("Open a closed account again")
            .WithDescription("With the password it had; who never set one is invited again.");
        users
            .MapPost("/{id:guid}/roles", AssignAsync)
            .WithName(nameof(AssignRole))
            .WithSummary("Give a role")
            .WithDescription("Errors: account.own_roles, account.role_already_given and those of InviteUser.");
        users
            .MapDelete("/{id:guid}/roles/{assignmentId:guid}", RemoveAsync)
            .WithName(nameof(RemoveRole))
            .WithSummary("Take a role away")
            .WithDescription("Errors: account.own_roles, account.role_not_given, account.last_administrator.");
        api.MapGet("/roles", ListRolesAsync)
            .WithTags("Users")
            .WithName(nameof(ListRoles))
            .WithSummary("The table of roles and what each may do");
    }

    private static async Task<Results<Ok<Page<UserRow>>, JsonHttpResult<Problem>>> ListAsync(
        IMediator mediator,
        CancellationToken cancellationToken,
        string? q = null,
        Role? role = null,
        Guid? unitId = null,
        AccountStatus? status = null,
        string? sort = null,
        int? page = null,
        int? size = null
    )
    {
        var request = new ListUsers(q, role, unitId, status, sort, PageRequest.From(page, size));
        return (await mediator.Send(request, cancellationToken)).ToOk();
    }

    private static async Task<Results<PushStreamHttpResult, JsonHttpResult<Problem>>> ExportAsync(
        IMediator mediator,
        ISpreadsheetWriter writer,
        CancellationToken cancellationToken,
        string? q = null,
        Role? role = null,
        Guid? unitId = null,
        AccountStatus? status = null,
        string? sort = null,
        SpreadsheetFormat format = SpreadsheetFormat.Xlsx
    )
    {
        var request = new ExportUsers(q, role, unitId, status, sort, format);
        return (await mediator.Send(request, cancellationToken)).ToFile(writer, cancellationToken);
    }

    private static async Task<Results<Created<UserInvited>, JsonHttpResult<Problem>>> InviteAsync(
        InviteUser body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(body, cancellationToken)).ToCreated(user => $"/api/v1/users/{user.Id}");

    private static async Task<Results<Ok<UserView>, JsonHttpResult<Problem>>> GetAsync(
        Guid id,
        IMediator mediator,
        HttpContext context,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new GetUser(id), cancellationToken)).ToOk(context, user => user.Version);

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> ResendAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ResendInvitation(id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> ChangeEmailAsync(
        Guid id,
        ChangeUserEmailBody body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        (
            await mediator.Send(new ChangeUserEmail(id, body.Email, EntityTags.Parse(ifMatch)), cancellationToken)
        ).ToNoContent();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> ResetTwoFactorAsync(
        Guid id,
        ResetTwoFactorBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ResetTwoFactor(id, body.Reason), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> UnlockAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new UnlockUser(id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> DisableAsync(
        Guid id,
        DisableUserBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new DisableUser(id, body.Reason), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> EnableAsync(
        Guid id,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new EnableUser(id), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> AssignAsync(
        Guid id,
        AssignRoleBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new AssignRole(id, body.Role, body.UnitId), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, JsonHttpResult<Problem>>> RemoveAsync(
        Guid id,
        Guid assignmentId,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new RemoveRole(id, assignmentId), cancellationToken)).ToNoContent();

    private static async Task<Results<Ok<IReadOnlyList<RoleView>>, JsonHttpResult<Problem>>> ListRolesAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ListRoles(), cancellationToken)).ToOk();
}
