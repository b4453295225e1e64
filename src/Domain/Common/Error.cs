namespace Pionir.Domain.Common;

/// <summary>What sort of refusal an error is; the API turns each kind into one HTTP status.</summary>
public enum ErrorKind
{
    Invalid,
    NotFound,
    Forbidden,
    Conflict,
    Rule,
    PreconditionFailed,
    TooLarge,
    UnsupportedMedia,
    TooMany,
    Unauthenticated,
}

/// <summary>A refusal with a stable code. The texts in both languages are looked up by the code.</summary>
/// <param name="Code">Aggregate and reason, for example <c>training.quota_full</c>.</param>
/// <param name="Kind">Decides the HTTP status.</param>
/// <param name="Arguments">Values that the text names, such as the quota.</param>
/// <param name="Field">The input field the refusal belongs to, in camel case, when there is one.</param>
public sealed record Error(
    string Code,
    ErrorKind Kind,
    IReadOnlyDictionary<string, object?> Arguments,
    string? Field = null
)
{
    public static Error Invalid(string code, string? field = null, params (string Name, object? Value)[] arguments) =>
        new(code, ErrorKind.Invalid, ToDictionary(arguments), field);

    public static Error NotFound(string code, params (string Name, object? Value)[] arguments) =>
        new(code, ErrorKind.NotFound, ToDictionary(arguments));

    public static Error Forbidden(string code, params (string Name, object? Value)[] arguments) =>
        new(code, ErrorKind.Forbidden, ToDictionary(arguments));

    /// <summary>The state of things, often changed by somebody else, stands against it.</summary>
    public static Error Conflict(string code, params (string Name, object? Value)[] arguments) =>
        new(code, ErrorKind.Conflict, ToDictionary(arguments));

    /// <summary>A rule of the domain stands against it.</summary>
    public static Error Rule(string code, params (string Name, object? Value)[] arguments) =>
        new(code, ErrorKind.Rule, ToDictionary(arguments));

    public static Error Of(ErrorKind kind, string code, params (string Name, object? Value)[] arguments) =>
        new(code, kind, ToDictionary(arguments));

    private static Dictionary<string, object?> ToDictionary((string Name, object? Value)[] arguments) =>
        arguments.ToDictionary(argument => argument.Name, argument => argument.Value);
}
