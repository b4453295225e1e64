using Pionir.Domain.Common;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

/// <summary>Draws the next code of the institution's pattern; a rolled back command gives its number back.</summary>
public interface IActivityCodes
{
    Task<Result<string>> NextAsync(TrainingPlan plan, UnitId unit, CancellationToken cancellationToken);
}
