namespace Pionir.Domain.Common;

/// <summary>Who acts: an account, an API client, or the system by the clock (empty id).</summary>
/// <param name="Name">As it stood at the time; histories keep it even when the account is gone.</param>
public readonly record struct Actor(Guid UserId, string Name)
{
    public static readonly Actor System = new(Guid.Empty, "Pionir");
}
