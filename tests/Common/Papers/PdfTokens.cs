using System.Globalization;
using System.Text;

namespace Pionir.Tests.Common.Papers;

/// <summary>The values of a PDF from one place on (ISO 32000-1, 7.3), with the limits of ISO 19005-2, 6.1.13.</summary>
public sealed class PdfTokens(byte[] file, int at)
{
    private static readonly object Closing = new();

    public int At { get; private set; } = at;
    public List<string> Complaints { get; } = [];
    public bool AtEnd
    {
        get
        {
            Skip();
            return At >= file.Length;
        }
    }

    /// <summary>Whether exactly these letters come next.</summary>
    public bool Next(string letters) =>
        At + letters.Length <= file.Length && Encoding.Latin1.GetString(file.AsSpan(At, letters.Length)) == letters;

    /// <summary>The data of a picture among the drawing, which end with a word of their own.</summary>
    public void SkipPicture() => At += file.AsSpan(At).IndexOf(">\nEI"u8) + 2;

    /// <summary>The same for data of any form.</summary>
    public void SkipData() => At += file.AsSpan(At).IndexOf("EI\n"u8);

    public string Word()
    {
        Skip();
        var from = At;
        while (At < file.Length && !IsDelimiter(file[At]) && !IsSpace(file[At]))
            At++;
        return Encoding.Latin1.GetString(file.AsSpan(from, At - from));
    }

    /// <summary>A value, or the word (an operator) as a string.</summary>
    public object? Value()
    {
        Skip();
        switch ((char)file[At])
        {
            case '/':
                At++;
                var name = Word();
                Complain(name.Length is 0 or > 127, "name length");
                return new PdfName(name);
            case '<' when file[At + 1] == '<':
                At += 2;
                return Dictionary();
            case '<':
                return Hexadecimal();
            case '(':
                return Literal();
            case '[':
                At++;
                return List();
            case ']':
                At++;
                return Closing;
            case '>':
                At += 2;
                return Closing;
            default:
                return Number();
        }
    }

    private PdfDictionary Dictionary()
    {
        var dictionary = new PdfDictionary();
        while (Value() is var key && key != Closing)
        {
            var name = ((PdfName)key!).Value;
            Complain(dictionary.ContainsKey(name), $"key {name} twice");
            dictionary[name] = Value();
        }
        return dictionary;
    }

    private List<object?> List()
    {
        var list = new List<object?>();
        while (Value() is var item && item != Closing)
            list.Add(item);
        Complain(list.Count > 8191, "list length");
        return list;
    }

    private byte[] Hexadecimal()
    {
        var end = Array.IndexOf(file, (byte)'>', At);
        var digits = Encoding.Latin1.GetString(file.AsSpan(At + 1, end - At - 1));
        At = end + 1;
        Complain(digits.Length % 2 != 0 || !digits.All(char.IsAsciiHexDigit), "hexadecimal string");
        return Convert.FromHexString(digits);
    }

    private byte[] Literal()
    {
        var text = new List<byte>();
        for (At++; file[At] != ')'; At++)
        {
            Complainable(file[At]);
            if (file[At] != '\\')
            {
                text.Add(file[At]);
                continue;
            }
            text.Add(
                (char)file[++At] switch
                {
                    'n' => (byte)'\n',
                    'r' => (byte)'\r',
                    't' => (byte)'\t',
                    _ => file[At],
                }
            );
        }
        At++;
        Complain(text.Count > 32767, "string length");
        return [.. text];
    }

    /// <summary>Readers turn other ends of line into line feeds, and count brackets.</summary>
    private void Complainable(byte letter) => Complain(letter is (byte)'\r' or (byte)'(', "letter not escaped");

    private object? Number()
    {
        var word = Word();
        if (word.Length == 0)
            throw new InvalidDataException($"Nothing that can be read at {At}.");
        if (word is "true" or "false")
            return word == "true";
        if (word == "null")
            return null;
        if (
            !double.TryParse(
                word,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            return word;
        }
        if (word.Contains('.', StringComparison.Ordinal))
            return number;
        Complain(Math.Abs(number) > int.MaxValue, "integer");
        var here = At;
        if (Word() is var generation && generation == "0" && Word() == "R")
            return new PdfReference((int)number);
        At = here;
        return (long)number;
    }

    private void Complain(bool wrong, string what)
    {
        if (wrong)
            Complaints.Add($"6.1.13: {what}");
    }

    private void Skip()
    {
        while (At < file.Length && (IsSpace(file[At]) || file[At] == '%'))
        {
            if (file[At] == '%')
                At = Array.IndexOf(file, (byte)'\n', At);
            At++;
        }
    }

    private static bool IsSpace(byte letter) => letter is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte letter) => "()<>[]{}/%"u8.Contains(letter);
}
