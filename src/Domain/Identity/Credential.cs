using Pionir.Domain.Common;

namespace Pionir.Domain.Identity;

/// <summary>
/// What proves that somebody is the account's owner: password, authenticator app, recovery codes; and how often
/// it failed. Apart from <see cref="Account"/>, so that no list and no audit entry ever touches it.
/// </summary>
public sealed class Credential : Entity<AccountId>
{
    public const int TriesBeforeLock = 5;
    public const int RecoveryCodes = 10;
    public static readonly TimeSpan LockFor = TimeSpan.FromMinutes(15);

    private Credential() { }

    public string? PasswordHash { get; private set; }
    public DateTimeOffset? PasswordSetAt { get; private set; }
    public int FailedTries { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }
    public DateTimeOffset? LastSignedInAt { get; private set; }

    /// <summary>Encrypted key of the authenticator app.</summary>
    public byte[]? TotpKey { get; private set; }

    /// <summary>Empty until a first code proved that the app has the key.</summary>
    public DateTimeOffset? TotpConfirmedAt { get; private set; }
    public long? TotpLastStep { get; private set; }

    /// <summary>Hashes of codes for the day the phone is lost; each works once.</summary>
    public List<string> RecoveryCodeHashes { get; private set; } = [];

    public bool HasTwoFactor => TotpConfirmedAt is not null;

    public static Credential For(AccountId account) => new() { Id = account };

    public void SetPassword(string hash, DateTimeOffset now)
    {
        PasswordHash = hash;
        PasswordSetAt = now;
        FailedTries = 0;
        LockedUntil = null;
    }

    /// <summary>The same password, hashed anew because the cost of guessing was raised.</summary>
    public void Rehash(string hash) => PasswordHash = hash;

    public bool IsLocked(DateTimeOffset now) => now < LockedUntil;

    /// <returns>Whether this try was the one that closed the door.</returns>
    public bool Failed(DateTimeOffset now)
    {
        FailedTries++;
        if (FailedTries < TriesBeforeLock)
        {
            return false;
        }
        FailedTries = 0;
        LockedUntil = now + LockFor;
        return true;
    }

    public void Succeeded(DateTimeOffset now)
    {
        LastSignedInAt = now;
        FailedTries = 0;
        LockedUntil = null;
    }

    /// <summary>An administrator opens the door before the time is over.</summary>
    public Result Unlock(DateTimeOffset now)
    {
        if (!IsLocked(now))
        {
            return AccountErrors.NotLocked;
        }
        LockedUntil = null;
        return Result.Success();
    }

    /// <summary>The owner is at work in a session and has just shown the password.</summary>
    public void Proved() => FailedTries = 0;

    public Result BeginTwoFactor(byte[] encryptedKey)
    {
        if (HasTwoFactor)
        {
            return CredentialErrors.TwoFactorAlreadyOn;
        }
        TotpKey = encryptedKey;
        TotpLastStep = null;
        return Result.Success();
    }

    /// <returns>Fresh recovery codes, to be shown once.</returns>
    public Result<IReadOnlyList<string>> ConfirmTwoFactor(ReadOnlySpan<byte> key, string code, DateTimeOffset now)
    {
        if (HasTwoFactor)
        {
            return CredentialErrors.TwoFactorAlreadyOn;
        }
        if (TimeBasedCode.Verify(key, code, now, TotpLastStep) is not { } step)
        {
            return CredentialErrors.WrongCode;
        }
        TotpLastStep = step;
        TotpConfirmedAt = now;
        return Result<IReadOnlyList<string>>.Success(RenewRecoveryCodes());
    }

    /// <summary>A code of the app, or one of the recovery codes, which is spent by it.</summary>
    public bool VerifyCode(ReadOnlySpan<byte> key, string code, DateTimeOffset now)
    {
        if (TimeBasedCode.Verify(key, code, now, TotpLastStep) is { } step)
        {
            TotpLastStep = step;
            return true;
        }
        return RecoveryCodeHashes.Remove(OneTimeSecret.HashOf(RecoveryCode.Normalise(code)));
    }

    /// <summary>A code that was right and is spent: somebody may have read it over a shoulder.</summary>
    public bool IsSpentCode(ReadOnlySpan<byte> key, string code, DateTimeOffset now) =>
        TimeBasedCode.Verify(key, code, now, lastStep: null) <= TotpLastStep;

    public Result EndTwoFactor()
    {
        if (!HasTwoFactor)
        {
            return CredentialErrors.TwoFactorNotOn;
        }
        (TotpKey, TotpConfirmedAt, TotpLastStep) = (null, null, null);
        RecoveryCodeHashes = [];
        return Result.Success();
    }

    private List<string> RenewRecoveryCodes()
    {
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => RecoveryCode.New()).ToList();
        RecoveryCodeHashes = [.. codes.Select(code => OneTimeSecret.HashOf(RecoveryCode.Normalise(code)))];
        return codes;
    }
}

public static class CredentialErrors
{
    /// <summary>One answer for unknown, wrong, locked and closed: it must not tell which accounts exist.</summary>
    public static readonly Error Refused = Error.Of(
        ErrorKind.Unauthenticated,
        "sign_in.refused",
        ("tries", Credential.TriesBeforeLock),
        ("minutes", Credential.LockFor.TotalMinutes)
    );
    public static readonly Error CodeRefused = Error.Of(ErrorKind.Unauthenticated, "sign_in.code_refused");
    public static readonly Error NoPendingSignIn = Error.Of(ErrorKind.Unauthenticated, "sign_in.nothing_pending");
    public static readonly Error WrongCode = Error.Invalid("two_factor.wrong_code", "code");
    public static readonly Error TwoFactorAlreadyOn = Error.Conflict("two_factor.already_on");
    public static readonly Error TwoFactorDemanded = Error.Rule("two_factor.demanded");
    public static readonly Error TwoFactorNotOn = Error.Conflict("two_factor.not_on");
    public static readonly Error TwoFactorNotBegun = Error.Conflict("two_factor.not_begun");
}
