using System.Text.RegularExpressions;

namespace Pionir.Domain.Organization.Institutions;

/// <summary>A kind of identity number that the institution's people have.</summary>
/// <param name="Code">Stable word: <c>nip</c>, <c>ni_pppk</c>, <c>nrp</c> or the institution's own.</param>
/// <param name="Pattern">Regular expression that the whole number matches.</param>
/// <param name="Check">What is checked beyond the pattern.</param>
/// <param name="Grouping">Sizes of the groups shown to people, such as <c>8-6-1-3</c>; empty shows it in one piece.</param>
/// <param name="Active">Whether new people may have it; old numbers stay readable and searchable.</param>
public sealed record IdentityKind(
    string Code,
    LocalText Name,
    string Pattern,
    IdentityCheck Check,
    string Grouping,
    bool Active
)
{
    public const int CodeMaximum = 20;
    public const int PatternMaximum = 200;
    public const int CountMaximum = 20;

    public static readonly IReadOnlyList<IdentityKind> Defaults =
    [
        new("nip", new("NIP", "NIP"), @"\d{18}", IdentityCheck.CivilServant, "8-6-1-3", true),
        new("ni_pppk", new("NI PPPK", "NI PPPK"), @"\d{18}", IdentityCheck.ContractEmployee, "8-6-1-3", true),
        new("nrp", new("NRP", "NRP"), @"\d{5,20}", IdentityCheck.None, "", true),
    ];

    /// <summary>Null when the pattern is no regular expression. Linear time, so that no pattern can stall the server.</summary>
    public Regex? Expression()
    {
        try
        {
            return new Regex($"^(?:{Pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}

public enum IdentityCheck
{
    /// <summary>Only the pattern.</summary>
    None,

    /// <summary>Birth date, month of appointment, sex, serial (Peraturan BKN 22/2007).</summary>
    CivilServant,

    /// <summary>As a civil servant's with 21 in place of the month.</summary>
    ContractEmployee,
}
