using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Pionir.Domain.Certificates.Wording;

/// <summary>
/// Names with their degrees, in the case in which people write them. Personnel data often comes in capitals; what is
/// written in both cases was written by somebody who knew, and stays.
/// </summary>
public static class PersonName
{
    private static readonly FrozenDictionary<string, string> Known = new[]
    {
        "Prof.",
        "Dr.",
        "Drs.",
        "Dra.",
        "Ir.",
        "H.",
        "Hj.",
        "K.H.",
        "KH.",
        "R.",
        "Rr.",
        "drg.",
        "drh.",
        "apt.",
        "Ns.",
        "Amd.",
        "A.Md.",
        "A.P.",
        "S.Sos.",
        "S.IP.",
        "S.STP.",
        "S.Pd.",
        "S.Ag.",
        "S.Kom.",
        "S.Si.",
        "S.Psi.",
        "S.Kep.",
        "S.Farm.",
        "S.Hut.",
        "S.Pi.",
        "S.Pt.",
        "S.Ked.",
        "S.Sn.",
        "S.Th.",
        "S.Ak.",
        "S.Tr.",
        "M.Si.",
        "M.Sc.",
        "M.Pd.",
        "M.Kom.",
        "M.Hum.",
        "M.Ag.",
        "M.Kes.",
        "M.Psi.",
        "M.Ak.",
        "M.Eng.",
        "M.Ed.",
        "M.Phil.",
        "M.Tr.",
        "Ph.D.",
        "Sp.A.",
        "Sp.M.",
        "Sp.PD.",
        "Ak.",
        "Lc.",
        "B.Sc.",
        "B.Eng.",
        "M.Farm.",
    }.ToFrozenDictionary(degree => degree, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Particles = new[]
    {
        "bin",
        "binti",
        "van",
        "von",
        "der",
        "den",
        "de",
        "da",
        "dos",
        "al",
        "el",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>"SITI RAHMAWATI, S.SOS., M.SI." becomes "Siti Rahmawati, S.Sos., M.Si.".</summary>
    public static string Title(string name)
    {
        var (person, degrees) = Split(name);
        if (person.Any(char.IsLower) && person.Any(char.IsUpper))
            return name;
        var words = person.Split(' ');
        var cased = string.Join(' ', words.Select((word, at) => Word(word, at > 0)));
        return degrees.Length == 0 ? cased : $"{cased}, {string.Join(", ", degrees.Select(Degree))}";
    }

    /// <summary>Capitals throughout, but degrees as they are: "SITI RAHMAWATI, S.Sos.".</summary>
    public static string Capitals(string name)
    {
        var (person, degrees) = Split(name);
        var words = person.Split(' ').Select(word => Known.GetValueOrDefault(word) ?? word.ToUpperInvariant());
        var cased = string.Join(' ', words);
        return degrees.Length == 0 ? cased : $"{cased}, {string.Join(", ", degrees.Select(Degree))}";
    }

    /// <summary>Without degrees before and after it.</summary>
    public static string Bare(string name)
    {
        var (person, _) = Split(name);
        var words = person.Split(' ');
        var bare = words.SkipWhile(word => word.EndsWith('.') && Known.ContainsKey(word)).ToArray();
        return string.Join(' ', bare.Length > 0 ? bare : words);
    }

    private static (string Person, string[] Degrees) Split(string name)
    {
        var parts = name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? ("", []) : (parts[0], parts[1..]);
    }

    private static string Word(string word, bool inside)
    {
        if (Known.TryGetValue(word, out var degree))
            return degree;
        if (inside && Particles.Contains(word))
            return word.ToLowerInvariant();
        // "II" behind a name counts generations; one letter with a point is an initial.
        if (inside && word.Length > 1 && word.All(letter => letter is 'I' or 'V' or 'X'))
            return word;
        var cased = new StringBuilder(word.Length);
        var starts = true;
        foreach (var letter in word)
        {
            cased.Append(starts ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter));
            starts = letter is '-' or '\'' or '’' or '.' or '(';
        }
        return cased.ToString();
    }

    /// <summary>A degree nobody foresaw keeps its letters; only one in small letters throughout gets capitals.</summary>
    private static string Degree(string degree) =>
        Known.TryGetValue(degree, out var known) ? known
        : Known.TryGetValue($"{degree}.", out known) ? known.TrimEnd('.')
        : degree.Any(char.IsUpper) ? degree
        : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(degree);
}
