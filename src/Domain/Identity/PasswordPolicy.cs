using Pionir.Domain.Common;

namespace Pionir.Domain.Identity;

/// <summary>
/// Long and not guessable, nothing else: rules about kinds of characters make people choose worse passwords
/// (NIST SP 800-63B 5.1.1.2, OWASP ASVS 2.1).
/// </summary>
public static class PasswordPolicy
{
    public const int Minimum = 12;
    public const int Maximum = 128;
    private const int FewestDifferent = 6;
    private const int LongestRun = 5;

    /// <summary>Words that stand at the top of every list of leaked passwords, here and abroad.</summary>
    private static readonly string[] Common =
    [
        "password",
        "katasandi",
        "qwerty",
        "asdfgh",
        "zxcvbn",
        "admin",
        "rahasia",
        "indonesia",
        "sayang",
        "bismillah",
        "iloveyou",
        "welcome",
        "letmein",
        "garuda",
        "merdeka",
        "jakarta",
        "pegawai",
        "kementerian",
    ];

    /// <param name="own">Words that others know of the person: name, e-mail address.</param>
    public static Result Check(string password, params IEnumerable<string> own)
    {
        if (password.Length < Minimum)
        {
            return PasswordErrors.TooShort;
        }
        if (password.Length > Maximum)
        {
            return PasswordErrors.TooLong;
        }
        var plain = password.ToLowerInvariant();
        if (IsMadeOf(plain, [.. own.SelectMany(Words)]))
        {
            return PasswordErrors.ContainsOwnName;
        }
        return
            plain.Distinct().Count() < FewestDifferent
            || HasRun(plain)
            || Common.Any(word => MostOf(plain, word))
            || IsMostlyLeaked(plain)
            ? PasswordErrors.Guessable
            : Result.Success();
    }

    private static IEnumerable<string> Words(string text) =>
        text.ToLowerInvariant()
            .Split([' ', '@', '.', ',', '-', '_'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= 4);

    /// <summary>All of them together: the whole address is no secret either.</summary>
    private static bool IsMadeOf(string password, string[] known)
    {
        var rest = known
            .OrderByDescending(word => word.Length)
            .Aggregate(password, (left, word) => left.Replace(word, "", StringComparison.Ordinal));
        return rest.Length < password.Length && rest.Count(char.IsLetterOrDigit) < Minimum - 4;
    }

    /// <summary>A known word inside a long sentence is fine; a known word with a few characters around it is not.</summary>
    private static bool MostOf(string password, string word) =>
        password.Contains(word, StringComparison.Ordinal)
        && password.Replace(word, "", StringComparison.Ordinal).Length < Minimum - 4;

    /// <summary>A leaked password is one, also with a year or a few signs around it.</summary>
    private static bool IsMostlyLeaked(string password) =>
        LeakedPasswords.LongestIn(password) is > 0 and var length && password.Length - length < Minimum - 4;

    /// <summary>Runs such as 123456 or abcdef, upwards or downwards.</summary>
    private static bool HasRun(string text)
    {
        var (up, down) = (1, 1);
        for (var i = 1; i < text.Length; i++)
        {
            up = text[i] - text[i - 1] == 1 ? up + 1 : 1;
            down = text[i - 1] - text[i] == 1 ? down + 1 : 1;
            if (up > LongestRun || down > LongestRun)
            {
                return true;
            }
        }
        return false;
    }
}

public static class PasswordErrors
{
    public static readonly Error TooShort = Of("password.too_short", ("minimum", PasswordPolicy.Minimum));
    public static readonly Error TooLong = Of("password.too_long", ("maximum", PasswordPolicy.Maximum));
    public static readonly Error ContainsOwnName = Of("password.contains_own_name");
    public static readonly Error Guessable = Of("password.guessable");

    /// <summary>The present password, asked for again before something that matters.</summary>
    public static readonly Error Wrong = Error.Invalid("password.wrong", "currentPassword");

    public static readonly Error TriesUsedUp = Error.Of(
        ErrorKind.TooMany,
        "password.tries_used_up",
        ("minutes", Credential.LockFor.TotalMinutes)
    );

    private static Error Of(string code, params (string Name, object? Value)[] arguments) =>
        Error.Invalid(code, "password", arguments);
}
