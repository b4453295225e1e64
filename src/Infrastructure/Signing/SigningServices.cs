using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Certificates.Signing;
using Pionir.Application.Common.Signing;
using Pionir.Infrastructure.Common;

namespace Pionir.Infrastructure.Signing;

public sealed class SigningServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient(Timestamps.Client, client => client.Timeout = TimeSpan.FromSeconds(10));
        services.AddHttpClient(RemotePdfSigner.Client, client => client.Timeout = TimeSpan.FromSeconds(60));
        services.AddSingleton<IRemotePdfSigner, RemotePdfSigner>();
        services.AddSingleton<IPassPhrases, PassPhrases>();
        services.AddSingleton<ITimestamps, Timestamps>();
        services.AddSingleton<TestCertificates>();
        services.AddSingleton<ICertificateSigner, ConfiguredSigner>();
        services.AddHostedService<SigningCheck>();
        services.AddSingleton<IStampQueue, StampQueue>();
        services.AddSingleton<IPaperSeals, PaperSeals>();
        services.AddSingleton<ISealStore, SealStore>();
        services.AddSingleton<IPaperInspector, PaperInspector>();
    }
}
