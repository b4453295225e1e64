using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pionir.Application.Common;
using Pionir.Domain.Common;

namespace Pionir.Api.Errors;

/// <summary>One refusal inside a problem document.</summary>
/// <param name="Code">Stable code, for example <c>training.quota_full</c>.</param>
/// <param name="Field">The field of the request it belongs to, when there is one.</param>
/// <param name="Id">Text in Indonesian.</param>
/// <param name="En">Text in English.</param>
public sealed record ProblemItem(string Code, string? Field, ErrorText Id, ErrorText En);

/// <summary>RFC 9457 problem details with the product's stable codes, in both languages.</summary>
public sealed class Problem : ProblemDetails
{
    /// <summary>Code of the first refusal.</summary>
    public required string Code { get; init; }

    /// <summary>Every refusal; forms show those with a field at the field.</summary>
    public required IReadOnlyList<ProblemItem> Errors { get; init; }

    /// <summary>Finds the request in the server's log.</summary>
    public string? TraceId { get; init; }
}

public static class Problems
{
    public static JsonHttpResult<Problem> From(IReadOnlyList<Error> errors)
    {
        var items = errors
            .Select(error =>
            {
                var (id, en) = ErrorTexts.Of(error);
                return new ProblemItem(error.Code, error.Field, id, en);
            })
            .ToList();
        var english = ReaderLanguage.IsEnglish;
        var first = english ? items[0].En : items[0].Id;
        var status = Status(errors[0].Kind);
        return TypedResults.Json(
            new Problem
            {
                Type = "/errors/" + errors[0].Code,
                Title = first.Title,
                Detail = first.Detail,
                Status = status,
                Code = errors[0].Code,
                Errors = items,
                TraceId = System.Diagnostics.Activity.Current?.TraceId.ToString(),
            },
            contentType: "application/problem+json",
            statusCode: status
        );
    }

    /// <summary>The one table from kind of refusal to HTTP status.</summary>
    public static int Status(ErrorKind kind) =>
        kind switch
        {
            ErrorKind.Invalid => StatusCodes.Status400BadRequest,
            ErrorKind.Unauthenticated => StatusCodes.Status401Unauthorized,
            ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
            ErrorKind.NotFound => StatusCodes.Status404NotFound,
            ErrorKind.Conflict => StatusCodes.Status409Conflict,
            ErrorKind.PreconditionFailed => StatusCodes.Status412PreconditionFailed,
            ErrorKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
            ErrorKind.UnsupportedMedia => StatusCodes.Status415UnsupportedMediaType,
            ErrorKind.Rule => StatusCodes.Status422UnprocessableEntity,
            ErrorKind.TooMany => StatusCodes.Status429TooManyRequests,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
