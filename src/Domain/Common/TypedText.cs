namespace Pionir.Domain.Common;

/// <summary>What somebody typed, as it is kept.</summary>
public static class TypedText
{
    /// <summary>
    /// Without blanks around it. Marks that turn the direction of writing stay when each is closed again; otherwise
    /// they go, for a name is shown inside sentences, and what follows it there would be turned around too.
    /// </summary>
    public static string Clean(string text) =>
        (ClosesWhatItTurns(text) ? text : string.Concat(text.Where(letter => !IsTurn(letter)))).Trim();

    public static string? OrNothing(string? text) =>
        string.IsNullOrWhiteSpace(text) || Clean(text) is not { Length: > 0 } clean ? null : clean;

    private static bool ClosesWhatItTurns(string text)
    {
        var open = new Stack<char>();
        foreach (var letter in text.Where(IsTurn))
        {
            if (CloserOf(letter) is { } closer)
                open.Push(closer);
            else if (!open.TryPop(out var expected) || expected != letter)
                return false;
        }
        return open.Count == 0;
    }

    /// <summary>Embeddings, overrides and isolates; the plain marks of a letter's direction harm nobody.</summary>
    private static bool IsTurn(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static char? CloserOf(char letter) =>
        letter switch
        {
            '\u202C' or '\u2069' => null,
            <= '\u202E' => '\u202C',
            _ => '\u2069',
        };
}
