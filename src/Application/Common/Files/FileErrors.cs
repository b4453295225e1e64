using Pionir.Domain.Common;

namespace Pionir.Application.Common.Files;

/// <summary>Why a file is not taken. Nothing of it is kept.</summary>
public static class FileErrors
{
    private const string Field = "file";

    public static Error Missing() => Error.Invalid("file.missing", Field);

    public static Error Empty(string name) => Error.Invalid("file.empty", Field, ("name", name));

    public static Error TooLarge(string name, long maximumBytes) =>
        Error.Of(
            ErrorKind.TooLarge,
            "file.too_large",
            ("name", name),
            ("maximum", Math.Round(maximumBytes / 1048576m, 1))
        ) with
        {
            Field = Field,
        };

    /// <summary>A kind we know, but not one that this place takes.</summary>
    public static Error KindNotAllowed(string name, FileKinds allowed) =>
        Unsupported("file.kind_not_allowed", name, ("allowed", Names(allowed)));

    /// <summary>The name promises something else than the content holds.</summary>
    public static Error Disguised(string name) => Unsupported("file.disguised", name);

    public static Error Encrypted(string name) => Unsupported("file.encrypted", name);

    public static Error Damaged(string name) => Unsupported("file.damaged", name);

    public static Error ArchiveBomb(string name) => Unsupported("file.archive_bomb", name);

    public static Error Macros(string name) => Unsupported("file.macros", name);

    public static Error Infected(string name) => Unsupported("file.infected", name);

    /// <summary>A scanner is configured and does not answer: nothing passes unscanned.</summary>
    public static Error ScannerUnavailable() => Error.Conflict("file.scanner_unavailable");

    private static Error Unsupported(string code, string name, params (string Name, object? Value)[] arguments) =>
        Error.Of(ErrorKind.UnsupportedMedia, code, [("name", name), .. arguments]) with
        {
            Field = Field,
        };

    private static string Names(FileKinds allowed) =>
        string.Join(
            ", ",
            Enum.GetValues<FileKinds>()
                .Where(kind => int.IsPow2((int)kind) && allowed.HasFlag(kind))
                .Select(kind => kind.ToString().ToUpperInvariant())
        );
}
