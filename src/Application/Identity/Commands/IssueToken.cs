using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Identity.Commands;

/// <summary>An access token for an API client (RFC 6749 4.4). Refusals carry the codes of that standard.</summary>
/// <param name="Scope">Separated by blanks; all scopes of the client when empty.</param>
[Public("Asks for the client's own secret.")]
public sealed record IssueToken(string ClientId, string ClientSecret, string? Scope) : ICommand<IssuedToken>;

public sealed record IssuedToken(string AccessToken, int ExpiresIn, string Scope);

public static class TokenErrors
{
    public static readonly Error InvalidClient = Error.Of(ErrorKind.Unauthenticated, "oauth.invalid_client");
    public static readonly Error InvalidScope = Error.Invalid("oauth.invalid_scope");
}

internal sealed class IssueTokenHandler(IDatabase database, TimeProvider time)
    : IRequestHandler<IssueToken, Result<IssuedToken>>
{
    public async Task<Result<IssuedToken>> Handle(IssueToken request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var client = await database
            .Set<ApiClient>()
            .SingleOrDefaultAsync(known => known.ClientId == request.ClientId, cancellationToken);
        if (client is null || !client.Admits(request.ClientSecret, now))
        {
            return TokenErrors.InvalidClient;
        }
        var asked = request.Scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var scopes = asked.Length == 0 ? client.Scopes : [.. asked.Distinct()];
        if (scopes.Except(client.Scopes).Any())
        {
            return TokenErrors.InvalidScope;
        }
        var (token, secret) = ApiToken.Issue(client.Id, scopes, now);
        await database
            .Set<ApiToken>()
            .Where(old => old.ClientId == client.Id && old.ExpiresAt < now)
            .ExecuteDeleteAsync(cancellationToken);
        database.Set<ApiToken>().Add(token);
        return new IssuedToken(secret.Text, (int)ApiToken.Life.TotalSeconds, string.Join(' ', scopes));
    }
}
