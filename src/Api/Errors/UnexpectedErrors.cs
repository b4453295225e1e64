using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;
using Pionir.Domain.Common;

namespace Pionir.Api.Errors;

/// <summary>What the framework itself refuses, and what nobody foresaw, in the same shape as every other refusal.</summary>
internal static class UnexpectedErrors
{
    private static readonly Error Failed = Error.Rule("server.failed");

    public static void UseProblemResponses(this WebApplication app)
    {
        app.UseExceptionHandler(handler => handler.Run(HandleExceptionAsync));
        app.UseStatusCodePages(context => WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
    }

    private static Task HandleExceptionAsync(HttpContext context)
    {
        var exception = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        return WriteAsync(context, StatusOf(exception));
    }

    private static int StatusOf(Exception? exception) =>
        exception switch
        {
            null => StatusCodes.Status500InternalServerError,
            BadHttpRequestException bad => bad.StatusCode,
            // A form that breaks off, a text that is no Unicode.
            InvalidDataException or EncoderFallbackException => StatusCodes.Status400BadRequest,
            // Class 22: the database cannot hold such a value, for example a NUL in a text or a year 10000.
            PostgresException { SqlState: ['2', '2', ..] } => StatusCodes.Status400BadRequest,
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
            >= 400 and < 500 => Error.Invalid("request.malformed"),
            _ => Failed,
        };
}
