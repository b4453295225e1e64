using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Infrastructure.Common;

namespace Pionir.Infrastructure.Verification;

public sealed class VerificationServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration) =>
        services.AddScoped<RecordCheck>();
}
