using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Jobs;
using Pionir.Infrastructure.Common;

namespace Pionir.Infrastructure.Files;

public sealed class FileStoreServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<FileStoreOptions>(configuration.GetSection("Files"));
        services.AddScoped<IFileStore, FileStore>();
        services.AddSingleton<DiskContents>();
        services.AddSingleton<S3Contents>();
        services.AddSingleton<IContentStore>(provider =>
            provider.GetRequiredService<IOptions<FileStoreOptions>>().Value.S3.IsSet
                ? provider.GetRequiredService<S3Contents>()
                : provider.GetRequiredService<DiskContents>()
        );
        services.AddSingleton(provider => new StoreProbe(provider.GetRequiredService<IContentStore>()));
        services.AddSingleton<IVirusScanner, ClamdScanner>();
        services.AddScoped<StoredFileSweep>();
        services.AddScoped(typeof(IRecurringTask), typeof(StoredFileSweep));
    }
}
