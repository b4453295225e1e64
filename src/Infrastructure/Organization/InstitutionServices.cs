using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common;
using Pionir.Application.Organization;
using Pionir.Domain.Organization.ReferenceData;
using Pionir.Infrastructure.Common;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Organization;

public sealed class InstitutionServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<InstitutionCache>();
        services.AddSingleton<IInstitution>(provider => provider.GetRequiredService<InstitutionCache>());
        services.AddSingleton<IInstitutionChanges>(provider => provider.GetRequiredService<InstitutionCache>());
        services.AddSingleton<IInstitutionClock, InstitutionClock>();
        services.AddSingleton<ReferenceDataCache>();
        services.AddSingleton<IReferenceData>(provider => provider.GetRequiredService<ReferenceDataCache>());
        services.AddSingleton<IReferenceDataChanges>(provider => provider.GetRequiredService<ReferenceDataCache>());
        services.AddSingleton(new ConstraintError("institution_versions_number", CommonErrors.StaleVersion));
        services.AddSingleton(new ConstraintError("reference_items_overlap", ReferenceItemErrors.OverlapsNow()));
        services.AddSingleton(new ConstraintError("reference_revisions_number", CommonErrors.StaleVersion));
    }
}
