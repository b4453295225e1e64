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

/// <summary>Hands the office of the head to an acting head for some days, by a written order.</summary>
/// <param name="DelegateId">Account of the acting head.</param>
/// <param name="StartsOn">First day, in the institution's time zone.</param>
/// <param name="EndsOn">Last day, included.</param>
/// <param name="LetterNumber">Number of the order (surat perintah).</param>
[Requires(Permission.DelegationManage)]
public sealed record DelegateHeadOfCentre(
    Guid DelegateId,
    ActingKind Kind,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string LetterNumber
) : ICommand<DelegationCreated>;

public sealed record DelegationCreated(Guid Id);

internal sealed class DelegateHeadOfCentreValidator : AbstractValidator<DelegateHeadOfCentre>
{
    public DelegateHeadOfCentreValidator()
    {
        RuleFor(request => request.Kind).IsInEnum();
        RuleFor(request => request.LetterNumber).NotEmpty().MaximumLength(Delegation.LetterNumberMaximum);
    }
}

internal sealed class DelegateHeadOfCentreHandler(
    IDatabase database,
    ICurrentUser user,
    IEmployeeDirectory employees,
    IInstitutionClock clock,
    TimeProvider time
) : IRequestHandler<DelegateHeadOfCentre, Result<DelegationCreated>>
{
    public async Task<Result<DelegationCreated>> Handle(
        DelegateHeadOfCentre request,
        CancellationToken cancellationToken
    )
    {
        var to = AccountId.From(request.DelegateId);
        var account = await database
            .Set<Account>()
            .SingleOrDefaultAsync(known => known.Id == to && known.Status == AccountStatus.Active, cancellationToken);
        if (account is null)
        {
            return DelegationErrors.UnknownDelegate;
        }
        if (!await employees.HasActiveAsync(account, cancellationToken))
        {
            return DelegationErrors.NeedsEmployee;
        }
        var period = DateRange.Create(request.StartsOn, request.EndsOn);
        if (!period.IsSuccess)
        {
            return period.Error;
        }
        var delegation = Delegation.Create(
            to,
            request.Kind,
            period.Value,
            request.LetterNumber,
            AccountId.From(user.UserId),
            await clock.TodayAsync(cancellationToken),
            time.GetUtcNow()
        );
        if (!delegation.IsSuccess)
        {
            return delegation.Error;
        }
        database.Set<Delegation>().Add(delegation.Value);
        return new DelegationCreated(delegation.Value.Id.Value);
    }
}
