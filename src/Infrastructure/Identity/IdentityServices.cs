using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Demo;
using Pionir.Application.Identity;
using Pionir.Domain.Identity;
using Pionir.Infrastructure.Common;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Identity;

public sealed class IdentityServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<CurrentUser>();
        services.AddScoped<ICurrentUser>(provider => provider.GetRequiredService<CurrentUser>());
        services.AddScoped<IAccessDirectory, AccessDirectory>();
        services.AddSingleton<AccessCache>();
        services.AddSingleton<IInterceptor, AccessChanges>();
        services.AddHostedService<AccessListener>();
        services.AddSingleton(provider => new SecondStepRule(
            configuration.GetValue(
                "SecondStep",
                Playground.Is(provider.GetRequiredService<IHostEnvironment>())
                    ? SecondStepDemand.Nobody
                    : SecondStepDemand.Administrators
            )
        ));
        services.AddScoped<DemoPlaces>();
        services.AddScoped<IDemoAccounts, DemoAccounts>();
        AddSecrets(services, configuration);
        AddConstraints(services);
    }

    private static void AddSecrets(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.Configure<PasswordHasherOptions>(options =>
            options.IterationCount = configuration.GetValue("Identity:PasswordIterations", PasswordHashing.Iterations)
        );
        services.AddSingleton<IPasswordHashing, PasswordHashing>();
        services.AddSingleton<ITwoFactorKeys, TwoFactorKeys>();
        services.AddDataProtection().SetApplicationName("Pionir").EncryptKeys(configuration);
        services.AddSingleton<DatabaseKeys>();
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<DatabaseKeys>((options, keys) => options.XmlRepository = keys);
    }

    private static void AddConstraints(IServiceCollection services)
    {
        services.AddSingleton(new ConstraintError("accounts_email", AccountErrors.EmailTaken));
        services.AddSingleton(new ConstraintError("accounts_employee", AccountErrors.EmployeeHasAccount));
        services.AddSingleton(new ConstraintError("role_assignments_once", AccountErrors.RoleAlreadyGiven));
        services.AddSingleton(new ConstraintError("api_clients_name", ApiClientErrors.NameTaken));
        services.AddSingleton(new ConstraintError("delegations_no_overlap", DelegationErrors.Overlap));
    }
}
