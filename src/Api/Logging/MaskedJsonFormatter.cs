using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Pionir.Api.Logging;

/// <summary>One line of JSON for each entry, as log collectors read it, with everything personal taken out.</summary>
internal sealed class MaskedJsonFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "pionir";

    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(
        in LogEntry<TState> logEntry,
        IExternalScopeProvider? scopeProvider,
        TextWriter textWriter
    )
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, OneLine))
        {
            json.WriteStartObject();
            json.WriteString("time", time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("level", logEntry.LogLevel.ToString());
            json.WriteString("category", logEntry.Category);
            json.WriteString("message", LogMask.Of(logEntry.Formatter(logEntry.State, logEntry.Exception)));
            if (logEntry.Exception is { } exception)
            {
                json.WriteString("exception", LogMask.Of(exception.ToString()));
            }
            scopeProvider?.ForEachScope(WriteScope, json);
            json.WriteEndObject();
        }
        textWriter.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void WriteScope(object? scope, Utf8JsonWriter json)
    {
        foreach (var (name, value) in scope as IEnumerable<KeyValuePair<string, object?>> ?? [])
        {
            if (name != "{OriginalFormat}")
            {
                json.WriteString(name, LogMask.Of(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
            }
        }
    }
}
