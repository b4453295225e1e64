using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>Closes an API client for good: its secrets and tokens end at once.</summary>
[Requires(Permission.ApiClientsManage)]
public sealed record DisableApiClient(Guid Id, string Reason) : ICommand, IReasoned;

internal sealed class DisableApiClientValidator : AbstractValidator<DisableApiClient>
{
    public DisableApiClientValidator() =>
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(Account.ReasonMaximum);
}

internal sealed class DisableApiClientHandler(IDatabase database, TimeProvider time)
    : IRequestHandler<DisableApiClient, Result>
{
    public async Task<Result> Handle(DisableApiClient request, CancellationToken cancellationToken)
    {
        var id = ApiClientId.From(request.Id);
        var client = await database.Set<ApiClient>().SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        return client is null ? ApiClientErrors.NotFound : client.Disable(time.GetUtcNow());
    }
}
