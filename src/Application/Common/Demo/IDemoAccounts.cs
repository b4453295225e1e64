using Pionir.Domain.Identity;

namespace Pionir.Application.Common.Demo;

/// <summary>People of the demo whom anybody may sign in as.</summary>
public interface IDemoAccounts
{
    /// <summary>Open in the demo environment only.</summary>
    bool Exist { get; }

    Task<IReadOnlyList<DemoAccountRow>> ListAsync(CancellationToken cancellationToken);
}

/// <param name="Role">The role that the account is there to show; others may follow from HR data.</param>
/// <param name="Acting">Acts as head for some days (Plh), beside the head.</param>
public sealed record DemoAccountRow(Role Role, bool Acting, string Name, string Email, string Password);
