using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Queries;

/// <summary>Systems that may call the API, and when each last did.</summary>
/// <param name="Disabled">Closed ones too.</param>
[Requires(Permission.ApiClientsManage, Permission.AuditRead)]
public sealed record ListApiClients(bool Disabled) : IQuery<IReadOnlyList<ApiClientRow>>;

/// <param name="LastUsedAt">When it last asked for a token; empty when never.</param>
public sealed record ApiClientRow(
    Guid Id,
    string Name,
    string ClientId,
    IReadOnlyList<string> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DisabledAt,
    DateTimeOffset? LastUsedAt,
    IReadOnlyList<ApiClientSecretRow> Secrets
);

/// <param name="ExpiresAt">Set once it is being replaced.</param>
public sealed record ApiClientSecretRow(
    Guid Id,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt
);

internal sealed class ListApiClientsHandler(IDatabase database, TimeProvider time)
    : IRequestHandler<ListApiClients, Result<IReadOnlyList<ApiClientRow>>>
{
    public async Task<Result<IReadOnlyList<ApiClientRow>>> Handle(
        ListApiClients request,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var clients = await database
            .Set<ApiClient>()
            .AsNoTracking()
            .Where(client => request.Disabled || client.DisabledAt == null)
            .OrderBy(client => client.Name)
            .ToListAsync(cancellationToken);
        return Result<IReadOnlyList<ApiClientRow>>.Success([.. clients.Select(client => Row(client, now))]);
    }

    private static ApiClientRow Row(ApiClient client, DateTimeOffset now) =>
        new(
            client.Id.Value,
            client.Name,
            client.ClientId,
            client.Scopes,
            client.CreatedAt,
            client.DisabledAt,
            client.LastUsedAt,
            [
                .. client
                    .Secrets.Where(secret => secret.ExpiresAt is null || now < secret.ExpiresAt)
                    .OrderByDescending(secret => secret.CreatedAt)
                    .Select(secret => new ApiClientSecretRow(
                        secret.Id.Value,
                        secret.CreatedAt,
                        secret.ExpiresAt,
                        secret.LastUsedAt
                    )),
            ]
        );
}
