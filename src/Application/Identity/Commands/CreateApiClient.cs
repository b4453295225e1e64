using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>Registers another system that may call the API in its own name.</summary>
/// <param name="Scopes">Of those in ListApiScopes.</param>
[Requires(Permission.ApiClientsManage)]
public sealed record CreateApiClient(string Name, IReadOnlyList<string> Scopes) : ICommand<ApiClientCredentials>;

/// <param name="ClientSecret">Shown this once; only its hash is kept.</param>
public sealed record ApiClientCredentials(Guid Id, string ClientId, string ClientSecret);

internal sealed class CreateApiClientValidator : AbstractValidator<CreateApiClient>
{
    public CreateApiClientValidator()
    {
        RuleFor(request => request.Name).NotEmpty().MaximumLength(ApiClient.NameMaximum);
        RuleFor(request => request.Scopes).NotEmpty();
        RuleForEach(request => request.Scopes).NotEmpty();
    }
}

internal sealed class CreateApiClientHandler(IDatabase database, TimeProvider time)
    : IRequestHandler<CreateApiClient, Result<ApiClientCredentials>>
{
    public Task<Result<ApiClientCredentials>> Handle(CreateApiClient request, CancellationToken cancellationToken)
    {
        var created = ApiClient.Create(request.Name, request.Scopes, time.GetUtcNow());
        if (!created.IsSuccess)
        {
            return Task.FromResult<Result<ApiClientCredentials>>(created.Error);
        }
        var (client, secret) = created.Value;
        database.Set<ApiClient>().Add(client);
        return Task.FromResult<Result<ApiClientCredentials>>(
            new ApiClientCredentials(client.Id.Value, client.ClientId, secret.Text)
        );
    }
}
