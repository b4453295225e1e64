using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Pionir.Api.Http;

/// <summary>
/// Documents leave in one piece and tell their length. The framework sends what it has after every 14 kB: a page of a list
/// then took three calls of the operating system here and as many for whoever reads it.
/// </summary>
internal sealed class WholeAnswers(IOptions<JsonOptions> json) : IEndpointFilter
{
    private readonly JsonSerializerOptions options = json.Value.SerializerOptions;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        // Only Ok<T>: what has a content type of its own knows how it is to be written.
        return
            answer
                is INestedHttpResult
                {
                    Result: IValueHttpResult { Value: { } value }
                        and IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK }
                        and not IContentTypeHttpResult
                }
            ? new Whole(value, options)
            : answer;
    }

    private sealed class Whole(object value, JsonSerializerOptions options) : IResult
    {
        public async Task ExecuteAsync(HttpContext http)
        {
            var response = http.Response;
            response.ContentType = "application/json; charset=utf-8";
            await using var writer = new Utf8JsonWriter(
                response.BodyWriter,
                new JsonWriterOptions { Encoder = options.Encoder, SkipValidation = true }
            );
            JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
            writer.Flush();
            response.ContentLength = writer.BytesCommitted;
            await response.BodyWriter.FlushAsync(http.RequestAborted);
        }
    }
}
