using System.Text;

namespace Pionir.Domain.Certificates;

/// <summary>Compares names as people write them: case, accents, spaces, punctuation and degrees do not count.</summary>
public static class HolderName
{
    public const int Maximum = 300;

    /// <summary>Letters and digits only, without degrees before or after the name.</summary>
    public static string Key(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var words = (comma > 0 ? name[..comma] : name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // "Dr. Ir. Siti" loses its titles; "Moh. Hatta" must keep its first name, so only known titles go.
        var bare = words.SkipWhile(IsTitle).ToArray();
        return Fold(string.Concat(bare.Length > 0 ? bare : words));
    }

    private static bool IsTitle(string word) =>
        word.TrimEnd('.').ToUpperInvariant()
            is "DR"
                or "DRS"
                or "DRA"
                or "IR"
                or "PROF"
                or "H"
                or "HJ"
                or "KH"
                or "APT"
                or "DRG"
                or "DRH"
                or "R";

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD).Where(char.IsLetterOrDigit))
            folded.Append(char.ToUpperInvariant(letter));
        return folded.ToString();
    }
}
