using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Auditing;
using Pionir.Application.Common;
using Pionir.Application.Common.Behaviours;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Notifications;
using Pionir.Application.Common.Waiting;
using Pionir.Application.Identity;
using Pionir.Application.Organization;

namespace Pionir.Application;

public static class ApplicationServices
{
    /// <summary>Registers every use case, validator, event handler, job, recurring task and source of waiting items found in the assembly.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        ValidatorOptions.Global.LanguageManager.Enabled = false;
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<INotifier, Notifier>();
        services.AddScoped<InstitutionEditor>();
        // Order matters: who may, then the shape, then the password where one is asked for, then the transaction.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuthorisationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(PasswordBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(UnitOfWorkBehaviour<,>));
        services.Scan(scan =>
            scan.FromAssemblies(typeof(ApplicationServices).Assembly)
                .AddClasses(
                    classes =>
                        classes.AssignableToAny(
                            typeof(IRequestHandler<,>),
                            typeof(INotificationHandler<>),
                            typeof(IJobHandler<>),
                            typeof(IRecurringTask),
                            typeof(IWaitingItemsSource),
                            typeof(IApplicationPart)
                        ),
                    publicOnly: false
                )
                .AsSelfWithInterfaces()
                .WithScopedLifetime()
                // Setting up the rules costs more than checking them, and they hold nothing of a request.
                .AddClasses(classes => classes.AssignableTo(typeof(IValidator<>)), publicOnly: false)
                .AsSelfWithInterfaces()
                .WithSingletonLifetime()
        );
        services.AddIdentityParts();
        services.AddHistoryGates();
        return services;
    }
}
