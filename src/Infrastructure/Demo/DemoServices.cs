using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Pionir.Application;
using Pionir.Application.Common.Demo;
using Pionir.Infrastructure.Common;

namespace Pionir.Infrastructure.Demo;

public sealed class DemoServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.Scan(scan =>
            scan.FromAssemblies(typeof(ApplicationServices).Assembly, typeof(DemoServices).Assembly)
                .AddClasses(classes => classes.AssignableTo<IDemoSeed>(), publicOnly: false)
                .As<IDemoSeed>()
                .WithScopedLifetime()
        );
        services.Replace(
            ServiceDescriptor.Singleton<TimeProvider>(provider =>
                provider.GetRequiredService<IHostEnvironment>().IsEnvironment("Demo")
                    ? new DemoClock(TimeProvider.System)
                    : TimeProvider.System
            )
        );
        services.AddSingleton<DemoBoundary>();
        services.AddHostedService<DemoData>();
    }
}
