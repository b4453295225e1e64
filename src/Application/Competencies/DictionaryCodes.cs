using System.Globalization;
using System.Text;
using Pionir.Domain.Competencies;

namespace Pionir.Application.Competencies;

internal static class DictionaryCodes
{
    /// <summary>A word for the address out of a title: letters and digits, hyphens between.</summary>
    public static string From(string title)
    {
        var code = new StringBuilder();
        foreach (var letter in title.Normalize(NormalizationForm.FormD).ToLower(CultureInfo.InvariantCulture))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                code.Append(letter);
            else if (code.Length > 0 && code[^1] != '-' && !IsAccent(letter))
                code.Append('-');
        }
        var whole = code.ToString().Trim('-');
        return whole.Length <= DictionaryVersion.CodeMaximum
            ? whole
            : whole[..DictionaryVersion.CodeMaximum].TrimEnd('-');
    }

    private static bool IsAccent(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;
}
