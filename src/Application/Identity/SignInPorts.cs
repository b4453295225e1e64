using Pionir.Domain.Identity;

namespace Pionir.Application.Identity;

public enum PasswordMatch
{
    No,
    Yes,

    /// <summary>Right, but hashed when guessing was cheaper.</summary>
    YesButOutdated,
}

/// <summary>Slow hashing of passwords (ASP.NET Core Identity's hasher).</summary>
public interface IPasswordHashing
{
    string Hash(string password);

    /// <summary>Without a hash it takes just as long and says no: timing must not tell which accounts exist.</summary>
    PasswordMatch Verify(string? hash, string password);
}

/// <summary>Keeps keys of authenticator apps unreadable in the database.</summary>
public interface ITwoFactorKeys
{
    byte[] Encrypt(byte[] key);
    byte[] Decrypt(byte[] encrypted);
}

/// <summary>The browser that is asking: its session cookie, and the short one between password and code.</summary>
public interface IBrowser
{
    SignInSessionId? Session { get; }
    string? UserAgent { get; }

    /// <summary>Whose password was right a few minutes ago and whose code is awaited.</summary>
    Task<AccountId?> AwaitingCodeAsync();

    Task AwaitCodeAsync(AccountId account);

    Task SignInAsync(SignInSession session);

    Task SignOutAsync();
}

/// <summary>Where people reach this installation; links in mails begin with it.</summary>
public interface IPublicAddress
{
    /// <param name="path">Begins with a slash.</param>
    Uri Of(string path);
}

public sealed record SessionRules(TimeSpan Idle, TimeSpan Longest);
