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
