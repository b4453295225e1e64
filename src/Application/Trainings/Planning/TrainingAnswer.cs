using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

/// <summary>Where a training stands after a change.</summary>
/// <param name="ActivityCode">The institution's code of the activity.</param>
/// <param name="Version">To be sent back as If-Match with the next edit.</param>
/// <param name="ReservesOffered">People on the reserve list who were offered a place because of this change.</param>
public sealed record TrainingAnswer(
    Guid Id,
    string ActivityCode,
    TrainingState State,
    uint Version,
    int ReservesOffered = 0
)
{
    internal static TrainingAnswer From(Training training, int reservesOffered = 0) =>
        new(training.Id.Value, training.ActivityCode, training.State, (uint)training.Revision, reservesOffered);
}
