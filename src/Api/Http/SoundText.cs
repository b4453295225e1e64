using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;
using Pionir.Api.Errors;
using Pionir.Domain.Common;

namespace Pionir.Api.Http;

/// <summary>
/// Text that no database column can hold is refused at the door. It must not get as far as a statement: one that fails
/// while its values are bound leaves the driver with a wrong picture of it, and whoever uses the connection next pays.
/// </summary>
internal static class SoundText
{
    private static readonly Error Malformed = Error.Invalid("request.malformed");

    private static readonly Error UnknownCharset = Error.Of(ErrorKind.UnsupportedMedia, "request.unsupported_media");

    public static void UseSoundText(this WebApplication app) =>
        app.Use(
            (http, next) =>
                HoldsNul(http.Request) ? Problems.From([Malformed]).ExecuteAsync(http)
                : IsInNoCharset(http.Request) ? Problems.From([UnknownCharset]).ExecuteAsync(http)
                : next(http)
        );

    private static bool HoldsNul(HttpRequest request) =>
        request.Path.Value?.Contains('\0') == true
        || request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true;

    /// <summary>The framework takes a charset it does not know for a failure of ours.</summary>
    private static bool IsInNoCharset(HttpRequest request) =>
        request.ContentType is not null
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type is { Charset.HasValue: true, Encoding: null };
}

/// <summary>Strings of documents without NUL; half characters are refused by the reader itself.</summary>
internal sealed class SoundTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return text?.Contains('\0') == true ? throw new JsonException("A text holds NUL.") : text;
    }

    public override string ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => Read(ref reader, typeToConvert, options)!;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);
}
