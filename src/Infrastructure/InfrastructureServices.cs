using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pionir.Infrastructure.Common;

namespace Pionir.Infrastructure;

public static class InfrastructureServices
{
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        var modules = typeof(InfrastructureServices)
            .Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IServiceModule)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal);
        foreach (var module in modules)
        {
            module
                .GetMethod(nameof(IServiceModule.Add), BindingFlags.Public | BindingFlags.Static)!
                .Invoke(null, [services, configuration]);
        }
        return services;
    }
}
