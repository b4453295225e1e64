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

/// <summary>
/// Corrects an item for all its days. What changes from a day on is a new item (<see cref="AddReferenceItem"/>).
/// </summary>
[Requires(Permission.ReferenceDataManage)]
public sealed record UpdateReferenceData(Guid Id, ReferenceInput Input, uint? ExpectedVersion)
    : ICommand<ReferenceItemUpdated>,
        IVersioned;

/// <param name="Revision">The revision that now holds; the one before when nothing differed.</param>
public sealed record ReferenceItemUpdated(int Revision);

internal sealed class UpdateReferenceDataValidator : AbstractValidator<UpdateReferenceData>
{
    public UpdateReferenceDataValidator() =>
        RuleFor(request => request.Input).NotNull().SetValidator(new ReferenceInputValidator());
}

internal sealed class UpdateReferenceDataHandler(
    IDatabase database,
    ICurrentUser user,
    TimeProvider time,
    IReferenceData reference,
    IReferenceDataChanges changes
) : IRequestHandler<UpdateReferenceData, Result<ReferenceItemUpdated>>
{
    public async Task<Result<ReferenceItemUpdated>> Handle(
        UpdateReferenceData request,
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
        var content = request.Input.ToContent(item.Kind, await reference.ReadAsync(cancellationToken));
        if (!content.IsSuccess)
            return Result<ReferenceItemUpdated>.Failure(content.Errors);
        var author = new Author(user.UserId, user.DisplayName, time.GetUtcNow(), request.Input.Reason);
        var corrected = item.Correct(content.Value, author);
        if (!corrected.IsSuccess)
            return Result<ReferenceItemUpdated>.Failure(corrected.Errors);

        var neighbours = await database.NeighboursAsync(item, cancellationToken);
        if (neighbours.Find(other => other.Overlaps(item)) is { } standing)
            return ReferenceItemErrors.Overlaps(item.Code, standing.ValidFrom, standing.ValidTo);
        database.AfterCommit(changes);
        return new ReferenceItemUpdated(item.Revision);
    }
}
