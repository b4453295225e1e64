using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>
/// For whoever lost the phone and the recovery codes: the password alone opens the account again, until they turn the
/// second step on anew. Their sessions end and they are told by mail, for they may not be the one who asked.
/// </summary>
/// <param name="Reason">How the owner was recognised; kept in the audit trail.</param>
[Requires(Permission.UsersManage)]
public sealed record ResetTwoFactor(Guid Id, string Reason) : ICommand, IReasoned;

internal sealed class ResetTwoFactorValidator : AbstractValidator<ResetTwoFactor>
{
    public ResetTwoFactorValidator() =>
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(Account.ReasonMaximum);
}

internal sealed class ResetTwoFactorHandler(
    OthersAccounts accounts,
    OpenSessions sessions,
    AccountMails mails,
    IAuditLog audit
) : IRequestHandler<ResetTwoFactor, Result>
{
    public async Task<Result> Handle(ResetTwoFactor request, CancellationToken cancellationToken)
    {
        var found = await accounts.FindAsync(request.Id, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }
        var (account, credential) = found.Value;
        var ended = credential.EndTwoFactor();
        if (!ended.IsSuccess)
        {
            return ended;
        }
        await sessions.EndAsync(account.Id, except: null, cancellationToken);
        await mails.TellAsync(account, AccountNotice.TwoFactorReset, cancellationToken);
        audit.Record(nameof(ResetTwoFactor), nameof(Account), account.Id.Value, account.Name);
        return Result.Success();
    }
}
