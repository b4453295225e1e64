using System.Text.RegularExpressions;

namespace Pionir.Api.Logging;

/// <summary>
/// Takes out of a line what must not stand in a log: addresses of people, identity numbers, and whatever opens a door.
/// Names cannot be told from other words; that no log call is given one is a rule with a test.
/// </summary>
internal static partial class LogMask
{
    public const string Number = "[number]";
    public const string Mail = "[mail]";
    public const string Secret = "[secret]";

    public static string Of(string text)
    {
        text = Query().Replace(text, "?…");
        text = Address().Replace(text, Mail);
        text = Named().Replace(text, $"$1{Secret}");
        text = Token().Replace(text, Secret);
        text = Link().Replace(text, Secret);
        return IdentityNumber().Replace(text, Number);
    }

    /// <summary>What people search for: mostly names.</summary>
    [GeneratedRegex(@"\?[\w.%\[\]-]+=[^\s""]*")]
    private static partial Regex Query();

    [GeneratedRegex(@"[^\s@<>""'(\[:;,/=]+(@|%40)[\w-]+(\.[\w-]+)+")]
    private static partial Regex Address();

    /// <summary>Passwords in connection strings, bearer tokens, secrets in addresses.</summary>
    [GeneratedRegex(
        @"((?:password|pwd|secret|token|code|key)[""']?\s*[=:](?!>)\s*[""']?|bearer\s+)[^\s;,&""']+",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Named();

    /// <summary>Our feeds and deliveries: 256 random bits in base 64. Ids and hashes, which are hexadecimal, stay readable.</summary>
    [GeneratedRegex(@"(?<![\w-])(?![0-9a-fA-F-]+(?![\w-]))(?=[\w-]*[0-9])(?=[\w-]*[A-Z])[\w-]{40,}")]
    private static partial Regex Token();

    /// <summary>Our one-time links: hexadecimal too, but a part of an address.</summary>
    [GeneratedRegex(@"(?<=/)[0-9a-f]{64}(?![\w-])")]
    private static partial Regex Link();

    /// <summary>NIP and NI PPPK have 18 digits, a citizen's number 16; with blanks as people write them too.</summary>
    [GeneratedRegex(@"(?<![\w-])(?!0{8})\d{8} ?\d{6,8} ?(?:\d ?\d{3})?(?![\w-])")]
    private static partial Regex IdentityNumber();
}
