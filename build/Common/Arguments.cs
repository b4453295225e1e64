using System.Globalization;

namespace Pionir.Build;

/// <summary>Options such as <c>--port 5080</c>, <c>--port=5080</c> and <c>--fresh</c>; anything unknown is refused.</summary>
public sealed class Arguments
{
    private readonly Dictionary<string, string?> given = [];

    private Arguments() { }

    /// <param name="usage">Shown for <c>--help</c> and beside a refusal; every line that starts with <c>--</c> names an option.</param>
    /// <returns>Null when only the help was wanted.</returns>
    public static Arguments? Parse(string[] args, string usage)
    {
        var known = usage
            .Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith("--", StringComparison.Ordinal))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(words => words[0], words => words.Length > 1 && words[1].All(c => !char.IsLower(c)));
        var result = new Arguments();
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--help" or "-h" or "-?" or "help")
            {
                Console.WriteLine(usage);
                return null;
            }
            var (name, value) = args[i].Split('=', 2) is [var left, var right] ? (left, right) : (args[i], null);
            if (!known.TryGetValue(name, out var takesValue))
            {
                throw new BuildException($"Unknown option {name}.", usage);
            }
            if (!takesValue && value is not null)
            {
                throw new BuildException($"{name} takes no value.", usage);
            }
            if (takesValue && value is null)
            {
                value = ++i < args.Length ? args[i] : throw new BuildException($"{name} needs a value.", usage);
            }
            result.given[name] = value;
        }
        return result;
    }

    public bool Has(string name) => given.ContainsKey(name);

    public string? Text(string name) => given.GetValueOrDefault(name);

    public int Number(string name, int otherwise, int minimum = 0, int maximum = int.MaxValue)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }
        return
            int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum
            ? number
            : throw new BuildException(
                $"{name} takes a whole number from {minimum}{(maximum < int.MaxValue ? $" to {maximum}" : "")}, not \"{text}\"."
            );
    }

    public Uri Address(string name, string otherwise) =>
        Uri.TryCreate(Text(name) ?? otherwise, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address
            : throw new BuildException($"{name} takes an address such as {otherwise}, not \"{Text(name)}\".");
}
