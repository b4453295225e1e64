using System.Globalization;
using System.Text;
using Pionir.Domain.Common;

namespace Pionir.Domain.Certificates;

/// <summary>
/// How a number is written, for example <c>{seq:0000}/PPKASN/SERT/{roman-month}/{year}</c>.
/// Fields: <c>{seq}</c> or <c>{seq:000}</c> (at least so many digits), <c>{year}</c>, <c>{yy}</c>, <c>{roman-year}</c>, <c>{month}</c>,
/// <c>{roman-month}</c>, <c>{unit}</c>, <c>{centre}</c>.
/// </summary>
public sealed class CertificateNumberPattern
{
    public const int TextMaximum = 80;
    public const int DigitsMaximum = 9;

    private readonly IReadOnlyList<Part> parts;

    private CertificateNumberPattern(string text, IReadOnlyList<Part> parts)
    {
        Text = text;
        this.parts = parts;
    }

    private enum Field
    {
        Literal,
        Sequence,
        Year,
        ShortYear,
        RomanYear,
        Month,
        RomanMonth,
        Unit,
        Centre,
    }

    public string Text { get; }

    public bool NamesUnit => parts.Any(part => part.Field == Field.Unit);

    public static Result<CertificateNumberPattern> Parse(string? text)
    {
        text = text?.Trim() ?? "";
        if (text.Length is 0 or > TextMaximum)
            return NumberPatternErrors.Length(TextMaximum);
        if (text.Any(char.IsControl))
            return NumberPatternErrors.Characters();

        var parts = new List<Part>();
        for (var at = 0; at < text.Length; )
        {
            if (text[at] == '}')
                return NumberPatternErrors.Braces();
            if (text[at] != '{')
            {
                var end = text.IndexOfAny(['{', '}'], at);
                end = end < 0 ? text.Length : end;
                parts.Add(new Part(Field.Literal, text[at..end]));
                at = end;
                continue;
            }
            var close = text.IndexOf('}', at);
            if (close < 0 || text.IndexOf('{', at + 1, close - at - 1) >= 0)
                return NumberPatternErrors.Braces();
            if (ParseField(text[(at + 1)..close]) is not { } part)
                return NumberPatternErrors.UnknownField(text[at..(close + 1)]);
            parts.Add(part);
            at = close + 1;
        }

        var sequences = parts.Count(part => part.Field == Field.Sequence);
        if (sequences == 0)
            return NumberPatternErrors.SequenceMissing();
        if (sequences > 1)
            return NumberPatternErrors.SequenceTwice();
        // The count starts again each year: without the year the same number would come back.
        if (!parts.Any(part => part.Field is Field.Year or Field.ShortYear or Field.RomanYear))
            return NumberPatternErrors.YearMissing();
        if (SequenceTouchesDigits(parts))
            return NumberPatternErrors.SequenceRunsInto();
        return new CertificateNumberPattern(text, parts);
    }

    public string Format(long sequence, DateOnly issuedOn, string unitCode = "", string centreCode = "")
    {
        var shape = Shape(issuedOn, unitCode, centreCode);
        var count = sequence.ToString($"D{shape.Digits}", CultureInfo.InvariantCulture);
        return $"{shape.Before}{count}{shape.After}";
    }

    public NumberShape Shape(DateOnly issuedOn, string unitCode, string centreCode)
    {
        var (text, digits, before) = (new StringBuilder(), 0, "");
        foreach (var part in parts)
        {
            if (part.Field == Field.Sequence)
            {
                (digits, before) = (part.Text.Length, text.ToString());
                text.Clear();
                continue;
            }
            text.Append(
                part.Field switch
                {
                    Field.Year => issuedOn.Year.ToString("D4", CultureInfo.InvariantCulture),
                    Field.ShortYear => (issuedOn.Year % 100).ToString("D2", CultureInfo.InvariantCulture),
                    Field.RomanYear => Roman.Of(issuedOn.Year),
                    Field.Month => issuedOn.Month.ToString("D2", CultureInfo.InvariantCulture),
                    Field.RomanMonth => Roman.Of(issuedOn.Month),
                    Field.Unit => unitCode,
                    Field.Centre => centreCode,
                    _ => part.Text,
                }
            );
        }
        return new NumberShape(before, digits, text.ToString());
    }

    private static Part? ParseField(string field)
    {
        if (field == "seq")
            return new Part(Field.Sequence, "0");
        if (field.StartsWith("seq:", StringComparison.Ordinal))
        {
            var digits = field[4..];
            return digits.Length is > 0 and <= DigitsMaximum && digits.All(digit => digit == '0')
                ? new Part(Field.Sequence, digits)
                : null;
        }
        return field switch
        {
            "year" => new Part(Field.Year, ""),
            "yy" => new Part(Field.ShortYear, ""),
            "roman-year" => new Part(Field.RomanYear, ""),
            "month" => new Part(Field.Month, ""),
            "roman-month" => new Part(Field.RomanMonth, ""),
            "unit" => new Part(Field.Unit, ""),
            "centre" => new Part(Field.Centre, ""),
            _ => null,
        };
    }

    // "1" + "12" and "11" + "2" would read the same; the sequence must stand apart from other digits.
    private static bool SequenceTouchesDigits(List<Part> parts)
    {
        var at = parts.FindIndex(part => part.Field == Field.Sequence);
        return (at > 0 && EndsOpen(parts[at - 1])) || (at + 1 < parts.Count && StartsOpen(parts[at + 1]));

        static bool EndsOpen(Part part) => part.Field == Field.Literal ? char.IsDigit(part.Text[^1]) : !IsRoman(part);
        static bool StartsOpen(Part part) => part.Field == Field.Literal ? char.IsDigit(part.Text[0]) : !IsRoman(part);
        static bool IsRoman(Part part) => part.Field is Field.RomanMonth or Field.RomanYear;
    }

    private sealed record Part(Field Field, string Text);
}
