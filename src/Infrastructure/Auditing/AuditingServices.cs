using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Auditing;
using Pionir.Infrastructure.Common;

namespace Pionir.Infrastructure.Auditing;

public sealed class AuditingServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<AuditScope>();
        services.AddScoped<ChangeAuditor>();
        services.AddScoped<IAuditLog, AuditLog>();
        services.AddScoped<IAuditTrail, AuditTrail>();
    }
}
