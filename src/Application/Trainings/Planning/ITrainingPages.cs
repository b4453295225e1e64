using Pionir.Application.Common.Access;
using Pionir.Application.Trainings.Queries;
using Pionir.Domain.Organization;

namespace Pionir.Application.Trainings.Planning;

/// <summary>
/// The list of trainings, page by page, in one round trip: everybody's way to everything else. Narrows, sorts and hides as
/// <see cref="TrainingFilterQuery"/>, <see cref="TrainingSorting"/> and <see cref="TrainingVisibility"/> do for the others.
/// </summary>
public interface ITrainingPages
{
    /// <param name="units">Only trainings of these; null is of any.</param>
    /// <param name="scope">Where the reader sees what is not published, too.</param>
    Task<(IReadOnlyList<TrainingLine> Rows, int Total)> ReadAsync(
        ListTrainings wanted,
        IReadOnlyCollection<UnitId>? units,
        UnitScope scope,
        CancellationToken cancellationToken
    );
}
