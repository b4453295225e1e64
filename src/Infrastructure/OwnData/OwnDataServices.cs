using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.OwnData;
using Pionir.Infrastructure.Common;

namespace Pionir.Infrastructure.OwnData;

public sealed class OwnDataServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration) =>
        services.AddScoped<IOwnDataTables, OwnDataTables>();
}
