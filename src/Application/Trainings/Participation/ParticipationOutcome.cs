using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>Where somebody stands after an answer.</summary>
/// <param name="Notice">Set when they got something else than they asked for: a rank on the reserve list.</param>
/// <param name="CanTakeBack">A decision that nobody has been told of yet: it can be taken back for a moment.</param>
public sealed record ParticipationOutcome(
    Guid ParticipantId,
    ParticipantState State,
    int? ReserveRank,
    Error? Notice,
    bool CanTakeBack = false
);

/// <summary>How an act on many people went: all that could be done was done.</summary>
/// <param name="ReservesOffered">People on the reserve list who were offered a place that became free by it.</param>
public sealed record BulkOutcome(
    IReadOnlyList<ParticipationOutcome> Done,
    IReadOnlyList<RefusedPerson> Refused,
    int ReservesOffered = 0
);
