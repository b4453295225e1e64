using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>Ends this session for good: a copy of its cookie opens nothing any more.</summary>
[Public("Signing out twice, or after the session has ended, is not an error.")]
public sealed record SignOut : ICommand;

internal sealed class SignOutHandler(IDatabase database, IBrowser browser, TimeProvider time)
    : IRequestHandler<SignOut, Result>
{
    public async Task<Result> Handle(SignOut request, CancellationToken cancellationToken)
    {
        if (browser.Session is { } id)
        {
            var session = await database
                .Set<SignInSession>()
                .SingleOrDefaultAsync(open => open.Id == id, cancellationToken);
            session?.End(time.GetUtcNow());
        }
        await browser.SignOutAsync();
        return Result.Success();
    }
}
