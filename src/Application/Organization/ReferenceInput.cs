using System.Text.Json;
using FluentValidation;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.ReferenceData;

namespace Pionir.Application.Organization;

/// <summary>What an administrator types about one reference item.</summary>
/// <param name="Values">Object with the typed values of the kind.</param>
/// <param name="ValidTo">Last day, included; null until further notice.</param>
/// <param name="Citation">Regulation and article, or decision; needed when confirmed.</param>
/// <param name="Confirmed">Whether an official has compared it with the source.</param>
/// <param name="Reason">Why it changes; kept in the history.</param>
public sealed record ReferenceInput(
    LocalText Name,
    JsonElement Values,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string? Citation,
    bool Confirmed,
    int Position,
    string? Reason
)
{
    internal Result<ReferenceContent> ToContent(ReferenceKind kind, ReferenceBook book)
    {
        var values = ReferenceValues.Create(kind, Values, book.Has);
        return values.IsSuccess
            ? new ReferenceContent(Name, values.Value, ValidFrom, ValidTo, Citation, Confirmed, Position)
            : Result<ReferenceContent>.Failure(values.Errors);
    }
}

internal sealed class ReferenceInputValidator : AbstractValidator<ReferenceInput>
{
    public ReferenceInputValidator()
    {
        RuleFor(input => input.Name).NotNull();
        RuleFor(input => input.Position).InclusiveBetween(0, ReferenceItem.PositionMaximum);
        RuleFor(input => input.Reason).MaximumLength(Author.ReasonMaximum);
    }
}
