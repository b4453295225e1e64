using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Primitives;
using Pionir.Api.Errors;
using Pionir.Domain.Common;

namespace Pionir.Api.Http;

/// <summary>
/// The contract writes the words of an enumeration in camel case; the framework binds them from the query only as
/// C# spells them. This puts C#'s spelling in before binding, so that documents and addresses use the same words. What
/// cannot be bound is refused by name here: the framework would only say that something is wrong.
/// </summary>
internal static class QueryWords
{
    private static readonly Dictionary<Type, Func<string, bool>> Readers = new()
    {
        [typeof(bool)] = text => bool.TryParse(text, out _),
        [typeof(int)] = text => int.TryParse(text, CultureInfo.InvariantCulture, out _),
        [typeof(Guid)] = text => Guid.TryParse(text, out _),
        [typeof(DateOnly)] = text => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out _),
        [typeof(DateTimeOffset)] = text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
    };

    private static readonly ConcurrentDictionary<MethodInfo, Dictionary<string, Type>> Known = new();

    public static void UseQueryWords(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (
                    !context.Request.QueryString.HasValue
                    || context.GetEndpoint()?.Metadata.GetMetadata<MethodInfo>() is not { } method
                    || Known.GetOrAdd(method, Parameters) is not { Count: > 0 } known
                )
                {
                    return next(context);
                }
                var unread = Unread(context.Request, known);
                if (unread.Count > 0)
                {
                    return Problems.From(unread).ExecuteAsync(context);
                }
                Respell(context.Request, known);
                return next(context);
            }
        );

    private static List<Error> Unread(HttpRequest request, Dictionary<string, Type> known) =>
        [
            .. request
                .Query.Where(pair => known.ContainsKey(pair.Key) && !request.RouteValues.ContainsKey(pair.Key))
                .SelectMany(pair => pair.Value, (pair, value) => (Name: pair.Key, Value: value))
                .Where(given => !string.IsNullOrEmpty(given.Value) && !IsRead(known[given.Name], given.Value))
                .Select(given =>
                    Error.Invalid("request.value_unknown", given.Name, ("field", given.Name), ("value", given.Value))
                ),
        ];

    private static bool IsRead(Type type, string value) =>
        type.IsEnum ? Word(type, value) is not null : Readers[type](value);

    private static void Respell(HttpRequest request, Dictionary<string, Type> known)
    {
        if (!request.Query.Keys.Any(name => known.TryGetValue(name, out var type) && type.IsEnum))
        {
            return;
        }
        request.Query = new QueryCollection(
            request.Query.ToDictionary(
                pair => pair.Key,
                pair =>
                    known.TryGetValue(pair.Key, out var type) && type.IsEnum
                        ? new StringValues([.. pair.Value.Select(value => Word(type, value) ?? value)])
                        : pair.Value,
                StringComparer.OrdinalIgnoreCase
            )
        );
    }

    /// <returns>As C# spells it; null for a number too, which the framework would take for a word.</returns>
    private static string? Word(Type type, string? value) =>
        Enum.GetNames(type).FirstOrDefault(name => name.Equals(value, StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, Type> Parameters(MethodInfo method) =>
        method
            .GetParameters()
            .SelectMany(Parts)
            .Select(part => (part.Name, Type: Single(part.Type)))
            .Where(part => part.Type.IsEnum || Readers.ContainsKey(part.Type))
            .ToDictionary(part => part.Name, part => part.Type, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<(string Name, Type Type)> Parts(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<AsParametersAttribute>() is null
            ? [(parameter.Name!, parameter.ParameterType)]
            : parameter.ParameterType.GetProperties().Select(property => (property.Name, property.PropertyType));

    private static Type Single(Type type)
    {
        var single = type.IsArray ? type.GetElementType()! : type;
        return Nullable.GetUnderlyingType(single) ?? single;
    }
}
