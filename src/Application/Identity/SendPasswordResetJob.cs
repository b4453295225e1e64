using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Identity.Commands;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity;

/// <param name="Email">As somebody typed it; often of no account.</param>
public sealed record SendPasswordResetJob(string Email) : IJobArguments
{
    public static string Kind => "identity.password_reset";
}

internal sealed class SendPasswordResetJobHandler(
    IDatabase database,
    IUnitOfWork unitOfWork,
    AccountLinks links,
    AccountMails mails
) : IJobHandler<SendPasswordResetJob>
{
    public async Task<JobOutcome> RunAsync(
        SendPasswordResetJob arguments,
        IJobProgress progress,
        CancellationToken cancellationToken
    )
    {
        var sent = await unitOfWork.RunAsync(
            nameof(RequestPasswordReset),
            null,
            () => SendAsync(arguments.Email, cancellationToken),
            cancellationToken
        );
        return new JobOutcome(null, sent.IsSuccess ? null : sent.Error);
    }

    private async Task<Result> SendAsync(string email, CancellationToken cancellationToken)
    {
        var account = await database
            .Set<Account>()
            .SingleOrDefaultAsync(
                known => known.Email == email && known.Status == AccountStatus.Active,
                cancellationToken
            );
        if (account is not null && await links.CreateResetAsync(account, cancellationToken) is { } made)
        {
            await mails.ResetAsync(account, made.Link, made.Token, cancellationToken);
        }
        return Result.Success();
    }
}
