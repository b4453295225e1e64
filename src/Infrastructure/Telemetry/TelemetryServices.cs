using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Infrastructure.Common;

namespace Pionir.Infrastructure.Telemetry;

public sealed class TelemetryServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<WorkFigures>();
        services.AddSingleton<WorkMeter>();
    }
}
