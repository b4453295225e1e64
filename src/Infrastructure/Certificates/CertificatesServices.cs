using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Certificates;
using Pionir.Infrastructure.Common;

namespace Pionir.Infrastructure.Certificates;

public sealed class CertificatesServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<ICertificateRenderer, CertificateRenderer>();
}
