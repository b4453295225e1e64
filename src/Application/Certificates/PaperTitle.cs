namespace Pionir.Application.Certificates;

/// <summary>What a certificate calls itself in its document information; read back from files that are checked.</summary>
public static class PaperTitle
{
    private const string Before = "Sertifikat ";
    private const string Between = " – ";

    public static string Of(string number, string name) => $"{Before}{number}{Between}{name}";

    public static (string Number, string Name)? Read(string? title)
    {
        if (title is null || !title.StartsWith(Before, StringComparison.Ordinal))
            return null;
        var at = title.IndexOf(Between, StringComparison.Ordinal);
        return at < 0 ? null : (title[Before.Length..at], title[(at + Between.Length)..]);
    }
}
