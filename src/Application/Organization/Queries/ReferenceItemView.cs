using System.Text.Json;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.ReferenceData;

namespace Pionir.Application.Organization.Queries;

/// <param name="Values">Object with the typed values of the kind.</param>
/// <param name="ValidTo">Last day, included; null until further notice.</param>
/// <param name="Citation">Regulation and article, or decision.</param>
/// <param name="Confirmed">Whether an official has compared it with the source.</param>
/// <param name="Revision">Grows with each correction. Also the ETag.</param>
public sealed record ReferenceItemView(
    Guid Id,
    ReferenceKind Kind,
    string Code,
    LocalText Name,
    JsonElement Values,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string? Citation,
    bool Confirmed,
    int Position,
    int Revision,
    ReferenceItemState State
)
{
    internal static ReferenceItemView Of(ReferenceItem item, DateOnly today) =>
        new(
            item.Id.Value,
            item.Kind,
            item.Code,
            item.Name,
            JsonElement.Parse(item.Values.Json),
            item.ValidFrom,
            item.ValidTo,
            item.Citation,
            item.Confirmed,
            item.Position,
            item.Revision,
            StateOf(item, today)
        );

    internal static ReferenceItemState StateOf(ReferenceItem item, DateOnly today) =>
        item.HoldsOn(today) ? ReferenceItemState.Current
        : item.ValidFrom > today ? ReferenceItemState.Planned
        : ReferenceItemState.Ended;
}

/// <summary>Where an item stands today.</summary>
public enum ReferenceItemState
{
    Current,
    Planned,
    Ended,
}
