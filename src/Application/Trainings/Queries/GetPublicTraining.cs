using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;

namespace Pionir.Application.Trainings.Queries;

[Public("The page on which people from outside register.")]
public sealed record GetPublicTraining(Guid Id) : IQuery<PublicTraining>;

internal sealed class GetPublicTrainingHandler(PublicTrainings trainings, TimeProvider time)
    : IRequestHandler<GetPublicTraining, Result<PublicTraining>>
{
    public async Task<Result<PublicTraining>> Handle(GetPublicTraining request, CancellationToken ct)
    {
        var found = await trainings.FindAsync(request.Id, ct);
        return found.IsSuccess ? PublicTraining.From(found.Value, time.GetUtcNow()) : found.Error;
    }
}
