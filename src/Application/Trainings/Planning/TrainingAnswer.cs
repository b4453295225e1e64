using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

/// <summary>Where a training stands after a change.</summary>
/// <param name="ActivityCode">The institution's code of the activity.</param>
/// <param name="Version">To be sent back as If-Match with the next edit.</param>
public sealed record TrainingAnswer(Guid Id, string ActivityCode, TrainingState State, uint Version)
{
    internal static TrainingAnswer From(Training training) =>
        new(training.Id.Value, training.ActivityCode, training.State, (uint)training.Revision);
}
