using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Pionir.Api.Errors;
using Pionir.Application.Common.Access;
using Pionir.Domain.Common;
using Pionir.Infrastructure.Idempotency;

namespace Pionir.Api.Security;

/// <summary>
/// A changing request with an Idempotency-Key is carried out once: repeated within a day it gets the same answer
/// again. Keys belong to the user; for visitors, who have none, the header means nothing.
/// </summary>
internal static class IdempotencyGate
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";
    public const int KeyMaximum = 100;

    /// <summary>Larger answers (files) are made again instead of kept.</summary>
    private const int BodyMaximum = 1024 * 1024;

    private static readonly string[] KeptHeaders = ["Content-Type", "Location", "ETag"];
    private static readonly Error InvalidKey = Error.Invalid("idempotency.key_invalid", null, ("maximum", KeyMaximum));
    private static readonly Error OtherRequest = Error.Rule("idempotency.other_request");
    private static readonly Error InFlight = Error.Conflict("idempotency.in_flight");
    private static readonly Error AnswerLost = Error.Conflict("idempotency.answer_lost");

    public static void UseIdempotencyGate(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                var user = http.RequestServices.GetRequiredService<ICurrentUser>();
                var key = http.Request.Headers[Header].ToString();
                return key.Length == 0 || !user.IsSignedIn || !Changes(http.Request)
                    ? next(http)
                    : OnceAsync(http, user.UserId, key, next);
            }
        );

    private static async Task OnceAsync(HttpContext http, Guid user, string key, RequestDelegate next)
    {
        if (key.Length > KeyMaximum || key.Any(letter => letter is < '!' or > '~'))
        {
            await Problems.From([InvalidKey]).ExecuteAsync(http);
            return;
        }
        var store = http.RequestServices.GetRequiredService<IdempotencyStore>();
        var state = await store.BeginAsync(user, key, await RequestHash.OfAsync(http.Request), http.RequestAborted);
        if (state.Attempt is { } attempt)
        {
            http.RequestServices.GetRequiredService<IdempotentRequest>().Begin(user, key, attempt);
            await RunAsync(http, next, store, user, key, attempt);
        }
        else if (state is { SameRequest: true, Answer: { } answer })
        {
            await ReplayAsync(http.Response, answer);
        }
        else
        {
            var refusal =
                !state.SameRequest ? OtherRequest
                : state.Committed ? AnswerLost
                : InFlight;
            await Problems.From([refusal]).ExecuteAsync(http);
        }
    }

    private static async Task RunAsync(
        HttpContext http,
        RequestDelegate next,
        IdempotencyStore store,
        Guid user,
        string key,
        Guid attempt
    )
    {
        var body = http.Response.Body;
        using var copy = new MemoryStream();
        http.Response.Body = copy;
        try
        {
            await next(http);
        }
        catch
        {
            await store.ForgetAsync(user, key, attempt);
            throw;
        }
        finally
        {
            http.Response.Body = body;
        }
        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError || copy.Length > BodyMaximum)
        {
            await store.ForgetAsync(user, key, attempt);
        }
        else
        {
            var headers = KeptHeaders
                .Where(name => http.Response.Headers.ContainsKey(name))
                .ToDictionary(name => name, name => http.Response.Headers[name].ToString());
            var answer = new KeptAnswer(
                http.Response.StatusCode,
                JsonSerializer.Serialize(headers),
                Protector(http).Protect(copy.ToArray())
            );
            await store.KeepAsync(user, key, attempt, answer);
        }
        copy.Position = 0;
        await copy.CopyToAsync(body, http.RequestAborted);
    }

    private static async Task ReplayAsync(HttpResponse response, KeptAnswer answer)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(answer.Headers)!)
        {
            response.Headers[name] = value;
        }
        response.Headers[ReplayedHeader] = "true";
        await response.Body.WriteAsync(
            Protector(response.HttpContext).Unprotect(answer.Body),
            response.HttpContext.RequestAborted
        );
    }

    /// <summary>Some answers hold a secret that is shown once; it must not lie readable in the database for a day.</summary>
    private static IDataProtector Protector(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("Pionir.Idempotency");

    private static bool Changes(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method)
        && !HttpMethods.IsOptions(request.Method);
}
