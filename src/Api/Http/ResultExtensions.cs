using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Pionir.Api.Errors;
using Pionir.Application.Common.Jobs;
using Pionir.Domain.Common;

namespace Pionir.Api.Http;

/// <summary>From the outcome of a use case to HTTP, the same way everywhere.</summary>
public static class ResultExtensions
{
    public static Results<Ok<T>, JsonHttpResult<Problem>> ToOk<T>(this Result<T> result) =>
        result.IsSuccess ? TypedResults.Ok(result.Value) : Problems.From(result.Errors);

    /// <summary>200 with what the API publishes of the outcome.</summary>
    public static Results<Ok<TAnswer>, JsonHttpResult<Problem>> ToOk<T, TAnswer>(
        this Result<T> result,
        Func<T, TAnswer> answer
    ) => result.IsSuccess ? TypedResults.Ok(answer(result.Value)) : Problems.From(result.Errors);

    /// <summary>200 with the version as ETag, to be sent back as If-Match.</summary>
    public static Results<Ok<T>, JsonHttpResult<Problem>> ToOk<T>(
        this Result<T> result,
        HttpContext context,
        Func<T, uint> version
    )
    {
        if (result.IsSuccess)
        {
            context.Response.Headers.ETag = EntityTags.Of(version(result.Value));
        }
        return result.ToOk();
    }

    public static Results<Created<T>, JsonHttpResult<Problem>> ToCreated<T>(
        this Result<T> result,
        Func<T, string> location
    ) => result.IsSuccess ? TypedResults.Created(location(result.Value), result.Value) : Problems.From(result.Errors);

    public static Results<NoContent, JsonHttpResult<Problem>> ToNoContent(this Result result) =>
        result.IsSuccess ? TypedResults.NoContent() : Problems.From(result.Errors);

    /// <summary>202 with the job resource that tells the progress.</summary>
    public static Results<Accepted<JobAccepted>, JsonHttpResult<Problem>> ToAccepted(this Result<JobAccepted> result) =>
        result.IsSuccess
            ? TypedResults.Accepted($"/api/v1/jobs/{result.Value.JobId}", result.Value)
            : Problems.From(result.Errors);
}

/// <summary>Row versions as entity tags.</summary>
public static class EntityTags
{
    public static string Of(uint version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>Null when there is none or it is not one of ours, which then matches nothing.</summary>
    public static uint? Parse(string? ifMatch) =>
        uint.TryParse(ifMatch?.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
}
