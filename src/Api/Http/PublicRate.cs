using System.Threading.RateLimiting;
using Pionir.Api.Errors;
using Pionir.Domain.Common;

namespace Pionir.Api.Http;

/// <summary>
/// Slows down who tries public addresses one after the other: so many requests a minute from one address. The count
/// stays in memory; several instances allow several times as much, which is no help against 160 random bits.
/// </summary>
internal sealed class PublicRate : IEndpointFilter, IDisposable
{
    private static readonly Error TooMany = Error.Of(ErrorKind.TooMany, "public.too_many_looks");

    private readonly PartitionedRateLimiter<HttpContext> limiter;

    public PublicRate(IConfiguration configuration)
    {
        var perMinute = configuration.GetValue("RateLimits:PublicPerMinute", 60);
        limiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            RateLimitPartition.GetSlidingWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = perMinute,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = 6,
                }
            )
        );
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using var lease = limiter.AttemptAcquire(context.HttpContext);
        if (lease.IsAcquired)
            return await next(context);
        context.HttpContext.Response.Headers.RetryAfter = "60";
        return Problems.From([TooMany]);
    }

    public void Dispose() => limiter.Dispose();
}
