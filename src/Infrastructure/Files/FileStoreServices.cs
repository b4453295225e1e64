using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Jobs;
using Pionir.Infrastructure.Common;

namespace Pionir.Infrastructure.Files;

public sealed class FileStoreServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<FileStoreOptions>(configuration.GetSection("Files"));
        services.AddScoped<IFileStore, LocalFileStore>();
        services.AddSingleton<IVirusScanner, ClamdScanner>();
        services.AddScoped<StoredFileSweep>();
        services.AddScoped(typeof(IRecurringTask), typeof(StoredFileSweep));
    }
}
