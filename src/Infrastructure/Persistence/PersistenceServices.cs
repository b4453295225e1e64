using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Pionir.Application.Common.Persistence;
using Pionir.Infrastructure.Auditing;
using Pionir.Infrastructure.Common;

namespace Pionir.Infrastructure.Persistence;

public sealed class PersistenceServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        // Read when first used: building the host (for the OpenAPI document) must not need a database.
        services.AddSingleton(provider =>
        {
            var settings = new NpgsqlConnectionStringBuilder(
                provider.GetRequiredService<IConfiguration>().GetConnectionString("Pionir")
                    ?? throw new InvalidOperationException("ConnectionStrings:Pionir is not set.")
            )
            {
                // Planning costs nine times the execution of a small read; the same few hundred statements recur.
                MaxAutoPrepare = 400,
                AutoPrepareMinUsages = 2,
                // Seven statements whenever a connection changes hands, a fifth of what a small read costs the database.
                // There is nothing to reset: settings and locks end with their transaction, and who listens keeps the line.
                NoResetOnClose = true,
                ApplicationName = "pionir",
            };
            // Compiling a statement pays for minutes of it; a cost that was guessed too high made short ones wait a second.
            settings.Options = $"{settings.Options} -c jit=off".TrimStart();
            return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
        });
        services.AddSingleton<IInterceptor, LostTransactions>();
        services.AddPooledDbContextFactory<PionirDbContext>(
            (provider, options) =>
                options
                    .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
                    // A broken constraint is an expected refusal; what is not expected reaches the log as an exception. And a
                    // search among millions takes the first it finds, in no order.
                    .ConfigureWarnings(warnings =>
                        warnings.Log(
                            (RelationalEventId.CommandError, LogLevel.Debug),
                            (CoreEventId.SaveChangesFailed, LogLevel.Debug),
                            (CoreEventId.RowLimitingOperationWithoutOrderByWarning, LogLevel.Debug)
                        )
                    )
                    .AddInterceptors(provider.GetServices<IInterceptor>())
        );
        services.AddScoped(provider =>
            provider
                .GetRequiredService<IDbContextFactory<PionirDbContext>>()
                .CreateDbContext()
                .LentTo(provider.GetRequiredService<ChangeAuditor>(), provider.GetRequiredService<IMediator>())
        );
        services.AddScoped<IDatabase>(provider => provider.GetRequiredService<PionirDbContext>());
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddHostedService<Schema>();
    }
}
