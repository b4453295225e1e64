using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>Mends the address of somebody who has not come in yet, and mails a new invitation there; old links end.</summary>
/// <param name="Email">Where the new invitation goes, and the name to sign in with. An employee's is the one in HR's record, when there is one.</param>
[Requires(Permission.UsersManage)]
public sealed record ChangeUserEmail(Guid Id, string Email, uint? ExpectedVersion) : ICommand, IVersioned;

internal sealed class ChangeUserEmailValidator : AbstractValidator<ChangeUserEmail>
{
    public ChangeUserEmailValidator() =>
        RuleFor(request => request.Email).NotEmpty().MaximumLength(Account.EmailMaximum).EmailAddress();
}

internal sealed class ChangeUserEmailHandler(
    IDatabase database,
    InvitationAddresses addresses,
    AccountLinks links,
    AccountMails mails
) : IRequestHandler<ChangeUserEmail, Result>
{
    public async Task<Result> Handle(ChangeUserEmail request, CancellationToken cancellationToken)
    {
        var id = AccountId.From(request.Id);
        var account = await database.Set<Account>().SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }
        if (Versions.Check(account.Version, request.ExpectedVersion) is { } stale)
        {
            return stale;
        }
        var changed = account.ChangeEmail(request.Email);
        if (!changed.IsSuccess)
        {
            return changed;
        }
        var reached = await addresses.CheckAsync(account, cancellationToken);
        if (!reached.IsSuccess)
        {
            return reached;
        }
        var (link, token) = await links.InviteAsync(account, cancellationToken);
        await mails.InviteAsync(account, link, token, cancellationToken);
        return Result.Success();
    }
}
