using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.ReferenceData;

namespace Pionir.Application.Organization.Commands;

/// <summary>Lets an item end; it stays readable for the days on which it held.</summary>
/// <param name="LastDay">Last day on which it holds.</param>
[Requires(Permission.ReferenceDataManage)]
public sealed record RetireReferenceItem(Guid Id, DateOnly LastDay, string Reason, uint? ExpectedVersion)
    : ICommand<ReferenceItemUpdated>,
        IVersioned,
        IReasoned;

internal sealed class RetireReferenceItemValidator : AbstractValidator<RetireReferenceItem>
{
    public RetireReferenceItemValidator() =>
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(Author.ReasonMaximum);
}

internal sealed class RetireReferenceItemHandler(
    IDatabase database,
    ICurrentUser user,
    TimeProvider time,
    IReferenceDataChanges changes
) : IRequestHandler<RetireReferenceItem, Result<ReferenceItemUpdated>>
{
    public async Task<Result<ReferenceItemUpdated>> Handle(
        RetireReferenceItem request,
        CancellationToken cancellationToken
    )
    {
        var item = await database
            .Set<ReferenceItem>()
            .SingleOrDefaultAsync(found => found.Id == ReferenceItemId.From(request.Id), cancellationToken);
        if (item is null)
            return ReferenceItemErrors.NotFound(request.Id);
        if (item.Kind == ReferenceKind.JpRules)
            return ReferenceItemErrors.ChangedElsewhere();
        if (Versions.Check((uint)item.Revision, request.ExpectedVersion) is { } stale)
            return stale;
        var author = new Author(user.UserId, user.DisplayName, time.GetUtcNow(), request.Reason);
        var retired = item.Retire(request.LastDay, author);
        if (!retired.IsSuccess)
            return Result<ReferenceItemUpdated>.Failure(retired.Errors);
        database.AfterCommit(changes);
        return new ReferenceItemUpdated(item.Revision);
    }
}
