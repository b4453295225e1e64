using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Organization;
using Pionir.Application.Organization.Imports;
using Pionir.Application.Organization.Queries;
using Pionir.Domain.Organization.Imports;
using Pionir.Infrastructure.Common;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Organization;

public sealed class OrganizationServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<UnitTreeCache>();
        services.AddSingleton<IUnitTree>(provider => provider.GetRequiredService<UnitTreeCache>());
        services.AddSingleton<IUnitTreeChanges>(provider => provider.GetRequiredService<UnitTreeCache>());
        services.AddScoped<IEmployeeDirectory, EmployeeDirectory>();
        services.AddScoped<IImportTables, ImportTables>();
        services.AddScoped<IImportRows, ImportRows>();
        services.AddScoped<NameWords>();
        services.AddScoped<FirstHits>();
        services.AddScoped<IEmployeeSearch, EmployeeSearcher>();
        services.AddScoped<EmployeeSelection>();
        services.AddScoped<ImportJudge>();
        services.AddScoped<UnitsFromImport>();
        services.AddSingleton(new ConstraintError("imports_one_applying", ImportErrors.AnotherIsRunning()));
    }
}
