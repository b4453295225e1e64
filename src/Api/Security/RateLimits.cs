using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Pionir.Api.Errors;
using Pionir.Application.Certificates.Queries;
using Pionir.Application.Common.Access;
using Pionir.Application.Identity.Commands;
using Pionir.Application.LearningHours.Queries;
using Pionir.Application.Trainings.Commands;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Api.Security;

/// <summary>How many requests a minute one may send; 0 is without limit.</summary>
/// <param name="Door">Tries to sign in as one person, to redeem a link or to get a token, from one address.</param>
/// <param name="Hall">
/// Tries to sign in, as whomever, from one address. A ministry's whole network may show one address, and the participants
/// of a training sign in within the same minute; what each password costs to check is what this limits.
/// </param>
/// <param name="Checks">Looks at certificates by whoever holds the paper, from one address; guessing numbers is slow by it.</param>
/// <param name="Public">Anything else without sign-in, from one address.</param>
/// <param name="SignedIn">One person or one API client.</param>
internal sealed record RateLimitRules(
    int Door = 30,
    int Hall = 600,
    int Checks = 60,
    int Public = 600,
    int SignedIn = 3000
);

/// <summary>
/// Counts requests of a minute in memory of this instance: two instances together let twice as many through, which
/// does for what it is meant, to make guessing and flooding slow. Wrong passwords are counted in the database.
/// </summary>
internal sealed class RateLimits(RateLimitRules rules, TimeProvider time)
{
    private const int MostPartitions = 100_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private static readonly HashSet<Type> Doors =
    [
        typeof(AcceptInvitation),
        typeof(RequestPasswordReset),
        typeof(ResetPassword),
        typeof(IssueToken),
        typeof(RegisterForTraining),
        typeof(ConfirmRegistration),
    ];

    private static readonly HashSet<Type> Checks =
    [
        typeof(VerifyCertificate),
        typeof(VerifyCertificateFile),
        typeof(GetCredential),
        typeof(VerifyJpStatement),
        typeof(DownloadCertificateByLink),
    ];

    private readonly ConcurrentDictionary<string, Counter> counters = new();

    public async Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        var user = http.RequestServices.GetRequiredService<ICurrentUser>();
        if (http.GetEndpoint() is not { } endpoint || AccessGate.UseCase(endpoint) is not { } useCase)
        {
            await next(http);
            return;
        }
        var (who, limit) = Partition(useCase, user, http);
        if (await PassesAsync(http, who, limit))
        {
            await next(http);
        }
    }

    /// <summary>Beside the limit of the address: one person's door, whom only the body of the request names.</summary>
    public async ValueTask<object?> CheckSignInAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        // A body that could not be read comes here too, on its way to being refused.
        if (context.Arguments.OfType<SignIn>().SingleOrDefault() is not { } tried)
        {
            return await next(context);
        }
        var email = Account.NormaliseEmail(tried.Email ?? "");
        var who = $"door {Address(context.HttpContext)} {OneTimeSecret.HashOf(email)}";
        return await PassesAsync(context.HttpContext, who, rules.Door) ? await next(context) : Results.Empty;
    }

    /// <returns>False when the refusal has been answered.</returns>
    private async Task<bool> PassesAsync(HttpContext http, string who, int limit)
    {
        if (limit == 0)
        {
            return true;
        }
        var (used, left) = Count(who);
        var headers = http.Response.Headers;
        var seconds = ((int)Math.Ceiling(left.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Limit"] = limit.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = Math.Max(0, limit - used).ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = seconds;
        if (used > limit)
        {
            headers.RetryAfter = seconds;
            await Problems
                .From([Error.Of(ErrorKind.TooMany, "request.too_many", ("seconds", seconds))])
                .ExecuteAsync(http);
            return false;
        }
        return true;
    }

    private (string Who, int Limit) Partition(Type useCase, ICurrentUser user, HttpContext http)
    {
        var address = Address(http);
        return useCase == typeof(SignIn) ? ($"hall {address}", rules.Hall)
            // A second step costs no hash, and its wrong codes lock the account.
            : useCase == typeof(VerifyTwoFactor) ? ($"code {address}", rules.Hall)
            : Checks.Contains(useCase) ? ($"checks {address}", rules.Checks)
            : Doors.Contains(useCase) ? ($"door {address}", rules.Door)
            : user.IsSignedIn ? ($"user {user.UserId}", rules.SignedIn)
            : ($"public {address}", rules.Public);
    }

    /// <summary>Of IPv6 the first half: whoever has one address there has 18 quintillion, and may come from any of them.</summary>
    private static string? Address(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { AddressFamily: AddressFamily.InterNetworkV6 } address)
        {
            return http.Connection.RemoteIpAddress?.ToString();
        }
        return address.IsIPv4MappedToIPv6
            ? address.MapToIPv4().ToString()
            : $"{new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]])}/64";
    }

    private (int Used, TimeSpan Left) Count(string who)
    {
        var now = time.GetUtcNow();
        if (counters.Count > MostPartitions)
        {
            counters.Clear();
        }
        var counter = counters.AddOrUpdate(
            who,
            _ => new Counter(now, 1),
            (_, known) =>
                now - known.Since >= Window || now < known.Since
                    ? new Counter(now, 1)
                    : known with
                    {
                        Used = known.Used + 1,
                    }
        );
        return (counter.Used, counter.Since + Window - now);
    }

    private sealed record Counter(DateTimeOffset Since, int Used);
}
