using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Messaging;
using Pionir.Application.LearningHours.Verification;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.LearningHours.Commands;

/// <summary>Reads the whole ledger again and says whether any entry was changed, removed, put in or moved.</summary>
[Requires(Permission.AuditRead)]
public sealed record VerifyLedger : ICommand<JobAccepted>;

internal sealed class VerifyLedgerHandler(LedgerCheckStarter starter, ICurrentUser user)
    : IRequestHandler<VerifyLedger, Result<JobAccepted>>
{
    public async Task<Result<JobAccepted>> Handle(VerifyLedger request, CancellationToken cancellationToken) =>
        new JobAccepted(await starter.StartAsync(user.UserId, user.DisplayName, cancellationToken));
}
