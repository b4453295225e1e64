using System.Text.RegularExpressions;
using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.Institutions;

/// <summary>
/// What every number pattern must be to give unique numbers: known fields in braces, and a sequence among them.
/// How a number is drawn belongs to whoever gives it.
/// </summary>
public static partial class NumberingRules
{
    public const int PatternMaximum = 120;

    public static readonly IReadOnlyList<string> ActivityFields =
    [
        "seq",
        "year",
        "month",
        "roman-month",
        "unit",
        "centre",
        "kind",
        "group",
    ];

    public static readonly IReadOnlyList<string> CertificateFields =
    [
        "seq",
        "year",
        "yy",
        "month",
        "roman-month",
        "unit",
        "centre",
    ];

    public static IEnumerable<Error> Check(string pattern, string field, IReadOnlyList<string> known)
    {
        if (string.IsNullOrWhiteSpace(pattern))
            return [InstitutionErrors.Missing(field)];
        if (pattern.Length > PatternMaximum)
            return [InstitutionErrors.TooLong(field, PatternMaximum)];
        var fields = Field().Matches(pattern);
        if (Field().Replace(pattern, "").AsSpan().ContainsAny('{', '}'))
            return [InstitutionErrors.PatternBraces(field, pattern)];
        var unknown = fields.Select(found => found.Groups["name"].Value).FirstOrDefault(name => !known.Contains(name));
        if (unknown is not null)
            return [InstitutionErrors.PatternFieldUnknown(field, unknown, known)];
        return fields.Any(found => found.Groups["name"].Value == "seq")
            ? []
            : [InstitutionErrors.PatternWithoutSequence(field, pattern)];
    }

    public static bool IsSound(string certificatePattern) => !Check(certificatePattern, "", CertificateFields).Any();

    [GeneratedRegex(@"\{(?<name>[a-z-]+)(?::0{1,10})?\}")]
    private static partial Regex Field();
}
