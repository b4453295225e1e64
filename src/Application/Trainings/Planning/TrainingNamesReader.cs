using Pionir.Application.Common;
using Pionir.Application.Organization;

namespace Pionir.Application.Trainings.Planning;

internal sealed class TrainingNamesReader(IUnitTree tree, IReferenceData reference) : IApplicationPart
{
    public async ValueTask<TrainingNames> ReadAsync(CancellationToken cancellationToken) =>
        new(await tree.ReadAsync(cancellationToken), await reference.ReadAsync(cancellationToken));
}
