using Pionir.Domain.Identity;

namespace Pionir.Application.Identity;

/// <summary>Rights of an account as they stand at this moment.</summary>
public interface IAccessDirectory
{
    /// <returns>Empty when the account is closed or its owner has left.</returns>
    Task<AccessRights?> RightsAsync(AccountId account, CancellationToken cancellationToken);

    /// <summary>Who sits behind a session; empty when it has ended or no longer gives access.</summary>
    Task<SignedInAccount?> OfSessionAsync(SignInSessionId session, CancellationToken cancellationToken);

    /// <summary>Which API client holds a token; empty when it has run out or the client was closed.</summary>
    Task<TokenHolder?> OfTokenAsync(string token, CancellationToken cancellationToken);
}

public sealed record SignedInAccount(
    AccountId Id,
    string Name,
    Guid? EmployeeId,
    AccessRights Rights,
    bool HasTwoFactor
);

public sealed record TokenHolder(ApiClientId Id, string Name, IReadOnlyList<string> Scopes);
