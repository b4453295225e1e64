using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;
using Pionir.Domain.Common;

namespace Pionir.Api.Errors;

/// <summary>What the framework itself refuses, and what nobody foresaw, in the same shape as every other refusal.</summary>
internal static class UnexpectedErrors
{
    private const string RetryAfterSeconds = "5";
    private static readonly Error Failed = Error.Rule("server.failed");
    private static readonly Error Away = Error.Rule("server.unavailable");

    public static void UseProblemResponses(this WebApplication app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = HandleExceptionAsync,
                // What the caller did wrong is no failure of ours, and must not fill the log as one.
                SuppressDiagnosticsCallback = context =>
                    StatusOf(context.Exception) < StatusCodes.Status500InternalServerError,
            }
        );
        app.UseStatusCodePages(context => WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
    }

    private static Task HandleExceptionAsync(HttpContext context)
    {
        var exception = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        if (IsUnstorable(exception))
        {
            // A statement that failed while its values were bound may be remembered wrongly by the connection it was
            // prepared on (npgsql issue 6391): the next user must not get that connection.
            context.RequestServices.GetRequiredService<NpgsqlDataSource>().Clear();
        }
        var status = StatusOf(exception);
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        }
        return WriteAsync(context, status);
    }

    /// <summary>Class 22: the database cannot hold such a value, for example a year 10000.</summary>
    private static bool IsUnstorable(Exception? exception) =>
        exception is not null
        && (exception is PostgresException { SqlState: ['2', '2', ..] } || IsUnstorable(exception.InnerException));

    private static int StatusOf(Exception? exception) =>
        exception switch
        {
            null => StatusCodes.Status500InternalServerError,
            BadHttpRequestException bad => bad.StatusCode,
            // A form that breaks off, a text that is no Unicode.
            InvalidDataException or EncoderFallbackException => StatusCodes.Status400BadRequest,
            PostgresException { SqlState: ['2', '2', ..] } => StatusCodes.Status400BadRequest,
            // The connection went, or the database is restarting: who asks again under the same key is safe.
            NpgsqlException { IsTransient: true } => StatusCodes.Status503ServiceUnavailable,
            _ => StatusOf(exception.InnerException),
        };

    private static async Task WriteAsync(HttpContext context, int status)
    {
        if (context.Response.HasStarted)
        {
            return;
        }
        var result = Problems.From([ForStatus(status)]);
        result.Value!.Status = status;
        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(
            result.Value,
            options: null,
            contentType: "application/problem+json",
            context.RequestAborted
        );
    }

    private static Error ForStatus(int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => Application.Common.CommonErrors.SignInRequired,
            StatusCodes.Status403Forbidden => Application.Common.CommonErrors.PermissionMissing,
            StatusCodes.Status404NotFound => Error.NotFound("request.not_found"),
            StatusCodes.Status405MethodNotAllowed => Error.Invalid("request.method_not_allowed"),
            StatusCodes.Status413PayloadTooLarge => Error.Of(ErrorKind.TooLarge, "request.too_large"),
            StatusCodes.Status415UnsupportedMediaType => Error.Of(
                ErrorKind.UnsupportedMedia,
                "request.unsupported_media"
            ),
            StatusCodes.Status503ServiceUnavailable => Away,
            >= 400 and < 500 => Error.Invalid("request.malformed"),
            _ => Failed,
        };
}
