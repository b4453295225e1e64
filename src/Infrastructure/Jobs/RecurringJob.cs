using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Jobs;
using Pionir.Infrastructure.Identity;
using Quartz;

namespace Pionir.Infrastructure.Jobs;

/// <summary>One firing of work by the clock, as the system, in a scope of its own.</summary>
[DisallowConcurrentExecution]
internal sealed class RecurringJob<TTask>(IServiceScopeFactory scopes) : IJob
    where TTask : IRecurringTask
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().BecomeSystem(Guid.Empty, "Pionir");
        await scope.ServiceProvider.GetRequiredService<TTask>().RunAsync(cancellationToken);
    }
}
