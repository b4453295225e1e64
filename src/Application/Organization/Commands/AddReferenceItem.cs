using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.ReferenceData;

namespace Pionir.Application.Organization.Commands;

/// <param name="EndPrevious">
/// Lets the item of the same code that still holds end on the day before: a rule that changes from a day on.
/// </param>
[Requires(Permission.ReferenceDataManage)]
public sealed record AddReferenceItem(ReferenceKind Kind, string Code, ReferenceInput Input, bool EndPrevious)
    : ICommand<ReferenceItemAdded>;

public sealed record ReferenceItemAdded(Guid Id);

internal sealed class AddReferenceItemValidator : AbstractValidator<AddReferenceItem>
{
    public AddReferenceItemValidator()
    {
        RuleFor(request => request.Kind).IsInEnum();
        RuleFor(request => request.Code).NotEmpty().MaximumLength(ReferenceItem.CodeMaximum);
        RuleFor(request => request.Input).NotNull().SetValidator(new ReferenceInputValidator());
    }
}

internal sealed class AddReferenceItemHandler(
    IDatabase database,
    ICurrentUser user,
    TimeProvider time,
    IReferenceData reference,
    IReferenceDataChanges changes
) : IRequestHandler<AddReferenceItem, Result<ReferenceItemAdded>>
{
    public async Task<Result<ReferenceItemAdded>> Handle(AddReferenceItem request, CancellationToken cancellationToken)
    {
        var (kind, code, input) = (request.Kind, request.Code.Trim(), request.Input);
        if (kind == ReferenceKind.JpRules)
            return ReferenceItemErrors.ChangedElsewhere();
        var book = await reference.ReadAsync(cancellationToken);
        var content = input.ToContent(kind, book);
        if (!content.IsSuccess)
            return Result<ReferenceItemAdded>.Failure(content.Errors);
        var author = new Author(user.UserId, user.DisplayName, time.GetUtcNow(), input.Reason);
        var item = ReferenceItem.Create(kind, code, content.Value, author);
        if (!item.IsSuccess)
            return Result<ReferenceItemAdded>.Failure(item.Errors);

        var neighbours = await database.NeighboursAsync(item.Value, cancellationToken);
        var previous = neighbours.Find(other => other.ValidFrom < input.ValidFrom && other.HoldsOn(input.ValidFrom));
        if (request.EndPrevious && previous is not null)
        {
            var ended = previous.Retire(input.ValidFrom.AddDays(-1), author);
            if (!ended.IsSuccess)
                return Result<ReferenceItemAdded>.Failure(ended.Errors);
        }
        if (neighbours.Find(other => other.Overlaps(item.Value)) is { } standing)
            return ReferenceItemErrors.Overlaps(code, standing.ValidFrom, standing.ValidTo);

        database.Set<ReferenceItem>().Add(item.Value);
        database.AfterCommit(changes);
        return new ReferenceItemAdded(item.Value.Id.Value);
    }
}
