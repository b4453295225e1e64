using System.Globalization;

namespace Pionir.Domain.Certificates;

/// <summary>The numbers of one month: what stands around the count, and with how many digits it is written at least.</summary>
public sealed record NumberShape(string Before, int Digits, string After)
{
    /// <summary>The greatest count has ten.</summary>
    private const int DigitsMaximum = 10;

    private const char AnyDigit = '\u0001';
    private const char NotZero = '\u0002';

    /// <summary>
    /// Whether some number reads the same in both, whatever the counts. Told from the letters, not by trying counts: the
    /// count of one pattern may stand where the other has its month. Case makes no difference, as when a number is looked up.
    /// </summary>
    public bool Meets(NumberShape other) => Drawn().Any(one => other.Drawn().Any(two => CanBeSame(one, two)));

    /// <summary>A regular expression that all of them fit.</summary>
    public string Expression() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Escaped(Before)}([0-9]{{{Digits}}}|[1-9][0-9]{{{Digits},{DigitsMaximum - 1}}}){Escaped(After)}"
        );

    /// <summary>One line for each length of the count; one that is longer than asked does not begin with a zero.</summary>
    private IEnumerable<string> Drawn() =>
        Enumerable
            .Range(Digits, DigitsMaximum - Digits + 1)
            .Select(width =>
                width == Digits
                    ? $"{Before}{new string(AnyDigit, width)}{After}"
                    : $"{Before}{NotZero}{new string(AnyDigit, width - 1)}{After}"
            );

    private static bool CanBeSame(string one, string two) =>
        one.Length == two.Length
        && one.Zip(two).All(pair => Fit(pair.First, pair.Second) || Fit(pair.Second, pair.First));

    private static bool Fit(char one, char two) =>
        one switch
        {
            AnyDigit => char.IsAsciiDigit(two) || two is AnyDigit or NotZero,
            NotZero => two is (>= '1' and <= '9') or AnyDigit or NotZero,
            _ => char.ToUpperInvariant(one) == char.ToUpperInvariant(two),
        };

    private static string Escaped(string text) =>
        string.Concat(text.Select(letter => char.IsLetterOrDigit(letter) ? $"{letter}" : $"\\{letter}"));
}
