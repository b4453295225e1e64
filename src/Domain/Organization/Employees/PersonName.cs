using System.Globalization;
using System.Text;

namespace Pionir.Domain.Organization.Employees;

/// <summary>
/// A name as people search for it: words without titles, accents, case and punctuation. One place for both the index
/// and the question, so that they can never disagree.
/// </summary>
public static class PersonName
{
    private const int MostWords = 12;

    /// <summary>A shorter word is an initial or an abbreviation (M., Moh.), and has no letter to spare.</summary>
    private const int ShortestMistyped = 4;

    private static readonly HashSet<string> LeadingTitles =
    [
        "prof",
        "dr",
        "drs",
        "dra",
        "drg",
        "drh",
        "ir",
        "hj",
        "kh",
        "rr",
        "gus",
        "letkol",
        "kolonel",
        "mayor",
        "kapten",
        "brigjen",
        "mayjen",
        "letjen",
        "laksma",
        "marsma",
        "akbp",
        "kompol",
        "kombes",
        "irjen",
    ];

    // Degrees after the name, as they look once their dots are gone (S.Kom. is skom).
    private static readonly HashSet<string> Degrees =
    [
        "se",
        "sh",
        "skom",
        "ssos",
        "sip",
        "spd",
        "amd",
        "st",
        "mm",
        "mh",
        "msi",
        "msc",
        "mkom",
        "mpd",
        "mt",
        "ma",
        "map",
        "mba",
        "phd",
        "spsi",
        "ssi",
        "sap",
        "ssn",
        "sag",
        "shut",
        "sp",
        "skm",
        "mkes",
        "sstp",
        "sik",
        "mtr",
    ];

    /// <summary>The words under which somebody is found.</summary>
    public static string[] Words(string name)
    {
        // What follows the first comma are degrees.
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var words = Split(comma > 0 ? name.AsSpan(0, comma) : name);
        return WithoutTitles(words, LeadingTitles);
    }

    /// <summary>The words somebody asks for, in which a degree may be given too.</summary>
    public static string[] AskedWords(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var named = string.Join(' ', parts.Where(part => !IsDegree(part)));
        return Words(named.Length > 0 ? named : text);
    }

    /// <summary>
    /// Whether two spellings can be one person's: every word of the shorter stands in the longer, and at least two do,
    /// for a Siti or a Muhammad alone is anybody. Initials, abbreviations and a typing error are forgiven.
    /// </summary>
    public static bool IsSame(string told, string known)
    {
        var (one, other) = (AskedWords(told), AskedWords(known));
        var (few, many) = one.Length <= other.Length ? (one, other) : (other, one);
        return few.Length >= Math.Min(2, other.Length) && few.All(word => many.Any(longer => IsAlike(word, longer)));
    }

    private static bool IsAlike(string one, string other)
    {
        var (brief, full) = one.Length <= other.Length ? (one, other) : (other, one);
        return brief.Length < ShortestMistyped
            ? full.StartsWith(brief, StringComparison.Ordinal)
            : IsOneErrorAway(brief, full);
    }

    /// <summary>The same, or one letter is wrong, missing or too many.</summary>
    private static bool IsOneErrorAway(string brief, string full)
    {
        var same = brief.TakeWhile((letter, at) => letter == full[at]).Count();
        return (full.Length - brief.Length) switch
        {
            0 => same == brief.Length || brief.AsSpan(same + 1).SequenceEqual(full.AsSpan(same + 1)),
            1 => brief.AsSpan(same).SequenceEqual(full.AsSpan(same + 1)),
            _ => false,
        };
    }

    private static bool IsDegree(string part) =>
        Degrees.Contains(part.Replace(".", "", StringComparison.Ordinal).Trim(',').ToLowerInvariant());

    private static string[] WithoutTitles(List<string> words, HashSet<string> titles)
    {
        var kept = words.Where(word => !titles.Contains(word)).Take(MostWords).ToArray();
        return kept.Length > 0 ? kept : [.. words.Take(MostWords)];
    }

    private static List<string> Split(ReadOnlySpan<char> text)
    {
        var words = new List<string>(4);
        var word = new StringBuilder();
        foreach (var letter in Decomposed(text))
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (!IsInsideWord(letter))
            {
                Finish(words, word);
            }
        }
        Finish(words, word);
        return words;
    }

    private static string Decomposed(ReadOnlySpan<char> text)
    {
        var plain = text.ToString();
        return Ascii.IsValid(plain) || !IsWellFormed(plain) ? plain : plain.Normalize(NormalizationForm.FormKD);
    }

    /// <summary>Marks left over by decomposition and apostrophes (Nu'man, ‘Ayn).</summary>
    private static bool IsInsideWord(char letter) =>
        letter is '\'' or '\u2018' or '\u2019' or '`'
        || CharUnicodeInfo.GetUnicodeCategory(letter)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.Format
                or UnicodeCategory.ModifierLetter;

    private static bool IsWellFormed(string text) =>
        !text.Any(char.IsSurrogate) || text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);

    private static void Finish(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString(0, Math.Min(word.Length, 40)));
            word.Clear();
        }
    }
}
