using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>What the link of a registration proves; looking proves nothing, so that mail scanners do no harm.</summary>
[Public("The link that was mailed is the key.")]
public sealed record GetRegistration(string Token) : IQuery<RegistrationView>;

/// <param name="Refusal">Why the link can no longer be used; none while it can.</param>
public sealed record RegistrationView(
    string Name,
    string Email,
    string Training,
    DateOnly Start,
    DateOnly End,
    DateTimeOffset ExpiresAt,
    Error? Refusal
);

internal sealed class GetRegistrationHandler(IDatabase database, RegistrationLinks links, TimeProvider time)
    : IRequestHandler<GetRegistration, Result<RegistrationView>>
{
    public async Task<Result<RegistrationView>> Handle(GetRegistration request, CancellationToken ct)
    {
        var found = await links.FindAsync(request.Token, ct);
        if (!found.IsSuccess)
            return found.Error;
        var registration = found.Value;
        var training = await database
            .Set<Training>()
            .AsNoTracking()
            .SingleAsync(one => one.Id == registration.TrainingId, ct);
        var usable = registration.CheckUsable(time.GetUtcNow());
        return new RegistrationView(
            registration.Name,
            registration.Email,
            training.Title,
            training.Start,
            training.End,
            registration.ExpiresAt,
            usable.IsSuccess ? null : usable.Error
        );
    }
}
