using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.Primitives;

namespace Pionir.Api.Http;

/// <summary>
/// The contract writes the words of an enumeration in camel case; the framework binds them from the query only as
/// C# spells them. This puts C#'s spelling in before binding, so that documents and addresses use the same words.
/// </summary>
internal static class QueryWords
{
    /// <summary>No word of any enumeration; a number, which the framework would take for one, becomes this too.</summary>
    private const string Unknown = "?";

    private static readonly ConcurrentDictionary<MethodInfo, Dictionary<string, Type>> Known = new();

    public static void UseQueryWords(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (
                    context.Request.QueryString.HasValue
                    && context.GetEndpoint()?.Metadata.GetMetadata<MethodInfo>() is { } method
                    && Known.GetOrAdd(method, EnumParameters) is { Count: > 0 } words
                    && context.Request.Query.Keys.Any(words.ContainsKey)
                )
                {
                    Respell(context.Request, words);
                }
                return next(context);
            }
        );

    private static void Respell(HttpRequest request, Dictionary<string, Type> words) =>
        request.Query = new QueryCollection(
            request.Query.ToDictionary(
                pair => pair.Key,
                pair => words.TryGetValue(pair.Key, out var type) ? Respell(pair.Value, type) : pair.Value,
                StringComparer.OrdinalIgnoreCase
            )
        );

    private static StringValues Respell(StringValues values, Type type) =>
        new([
            .. values.Select(value =>
                Enum.GetNames(type).FirstOrDefault(name => name.Equals(value, StringComparison.OrdinalIgnoreCase))
                ?? (string.IsNullOrEmpty(value) ? value : Unknown)
            ),
        ]);

    private static Dictionary<string, Type> EnumParameters(MethodInfo method) =>
        method
            .GetParameters()
            .SelectMany(Parts)
            .Select(part => (part.Name, Type: Word(part.Type)))
            .Where(part => part.Type.IsEnum)
            .ToDictionary(part => part.Name, part => part.Type, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<(string Name, Type Type)> Parts(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<AsParametersAttribute>() is null
            ? [(parameter.Name!, parameter.ParameterType)]
            : parameter.ParameterType.GetProperties().Select(property => (property.Name, property.PropertyType));

    private static Type Word(Type type)
    {
        var single = type.IsArray ? type.GetElementType()! : type;
        return Nullable.GetUnderlyingType(single) ?? single;
    }
}
