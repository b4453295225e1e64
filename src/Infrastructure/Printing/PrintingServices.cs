using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Printing;
using Pionir.Infrastructure.Common;

namespace Pionir.Infrastructure.Printing;

public sealed class PrintingServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<ITablePdf, TablePdf>();
}
