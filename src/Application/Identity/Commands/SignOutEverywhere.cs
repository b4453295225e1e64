using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>Ends every session of one's own, this one included.</summary>
[SignedIn, BeforeSecondStep]
public sealed record SignOutEverywhere : ICommand;

internal sealed class SignOutEverywhereHandler(
    OpenSessions sessions,
    IBrowser browser,
    ICurrentUser user,
    IAuditLog audit
) : IRequestHandler<SignOutEverywhere, Result>
{
    public async Task<Result> Handle(SignOutEverywhere request, CancellationToken cancellationToken)
    {
        await sessions.EndAsync(AccountId.From(user.UserId), except: null, cancellationToken);
        audit.Record(nameof(SignOutEverywhere), nameof(Account), user.UserId, user.DisplayName);
        await browser.SignOutAsync();
        return Result.Success();
    }
}
