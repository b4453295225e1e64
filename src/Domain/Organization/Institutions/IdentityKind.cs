using System.Text.RegularExpressions;
using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.Institutions;

/// <summary>A kind of identity number that the institution's people have.</summary>
public sealed record IdentityKind
{
    public const int CodeMaximum = 20;
    public const int PatternMaximum = 200;
    public const int CountMaximum = 20;

    public static readonly IReadOnlyList<IdentityKind> Defaults =
    [
        new()
        {
            Code = "nip",
            Name = new("NIP", "NIP"),
            Pattern = @"\d{18}",
            Check = IdentityCheck.CivilServant,
            Grouping = "8-6-1-3",
        },
        new()
        {
            Code = "ni_pppk",
            Name = new("NI PPPK", "NI PPPK"),
            Pattern = @"\d{18}",
            Check = IdentityCheck.ContractEmployee,
            Grouping = "8-6-1-3",
        },
        new()
        {
            Code = "nrp",
            Name = new("NRP", "NRP"),
            Pattern = @"\d{5,20}",
        },
    ];

    /// <summary>Stable word: <c>nip</c>, <c>ni_pppk</c>, <c>nrp</c> or the institution's own.</summary>
    public string Code
    {
        get;
        init => field = value ?? "";
    } = "";
    public LocalText Name
    {
        get;
        init => field = value ?? new("", "");
    } = new("", "");

    /// <summary>Regular expression that the whole number matches.</summary>
    public string Pattern
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>What is checked beyond the pattern.</summary>
    public IdentityCheck Check { get; init; }

    /// <summary>Sizes of the groups shown to people, such as <c>8-6-1-3</c>; empty shows it in one piece.</summary>
    public string Grouping
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Whether new people may have it; old numbers stay readable and searchable.</summary>
    public bool Active { get; init; } = true;

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
