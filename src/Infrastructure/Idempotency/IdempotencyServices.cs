using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Jobs;
using Pionir.Infrastructure.Common;

namespace Pionir.Infrastructure.Idempotency;

public sealed class IdempotencyServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IdempotencyStore>();
        services.AddSingleton<IdempotentRequest>();
        services.AddSingleton<IInterceptor, IdempotencyMark>();
        services.AddScoped<ClearIdempotencyKeys>();
        services.AddScoped(typeof(IRecurringTask), typeof(ClearIdempotencyKeys));
    }
}

/// <summary>Keys are promised for a day.</summary>
internal sealed class ClearIdempotencyKeys(IdempotencyStore store) : IRecurringTask
{
    public static string Cron => "0 17 * * * ?";

    public Task RunAsync(CancellationToken cancellationToken) => store.ClearAsync(cancellationToken);
}
