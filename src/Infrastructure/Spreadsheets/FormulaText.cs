namespace Pionir.Infrastructure.Spreadsheets;

/// <summary>
/// Text that begins like a formula gets an apostrophe in a CSV, where a spreadsheet would run it (OWASP: CSV injection).
/// Reading takes the apostrophe off, so that an exported file can be sent in again unchanged.
/// </summary>
internal static class FormulaText
{
    public static bool IsRisky(ReadOnlySpan<char> text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    public static string Restore(string text) => text is ['\'', ..] && IsRisky(text.AsSpan(1)) ? text[1..] : text;
}
