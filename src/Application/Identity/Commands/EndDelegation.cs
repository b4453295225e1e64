using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>Takes the office back at once, before its last day.</summary>
[Requires(Permission.DelegationManage)]
public sealed record EndDelegation(Guid Id, string Reason) : ICommand, IReasoned;

internal sealed class EndDelegationValidator : AbstractValidator<EndDelegation>
{
    public EndDelegationValidator() =>
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(Account.ReasonMaximum);
}

internal sealed class EndDelegationHandler(IDatabase database, IInstitutionClock clock, TimeProvider time)
    : IRequestHandler<EndDelegation, Result>
{
    public async Task<Result> Handle(EndDelegation request, CancellationToken cancellationToken)
    {
        var id = DelegationId.From(request.Id);
        var delegation = await database
            .Set<Delegation>()
            .SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        return delegation is null
            ? DelegationErrors.NotFound
            : delegation.End(request.Reason, await clock.TodayAsync(cancellationToken), time.GetUtcNow());
    }
}
