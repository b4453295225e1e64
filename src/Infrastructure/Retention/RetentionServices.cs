using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Jobs;
using Pionir.Infrastructure.Common;

namespace Pionir.Infrastructure.Retention;

public sealed class RetentionServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<RetentionRules>(configuration.GetSection("Retention"));
        services.AddScoped<ClearOldData>();
        services.AddScoped(typeof(IRecurringTask), typeof(ClearOldData));
    }
}
