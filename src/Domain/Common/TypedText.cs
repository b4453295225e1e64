namespace Pionir.Domain.Common;

/// <summary>What somebody typed, as it is kept.</summary>
public static class TypedText
{
    /// <summary>
    /// Without blanks around it and without the marks that turn the direction of writing: a name is shown inside
    /// sentences, and what follows it there would be turned around too.
    /// </summary>
    public static string Clean(string text) =>
        (text.Any(Turns) ? string.Concat(text.Where(letter => !Turns(letter))) : text).Trim();

    public static string? OrNothing(string? text) =>
        string.IsNullOrWhiteSpace(text) || Clean(text) is not { Length: > 0 } clean ? null : clean;

    /// <summary>Embeddings, overrides and isolates; the plain marks of a letter's direction harm nobody.</summary>
    private static bool Turns(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
