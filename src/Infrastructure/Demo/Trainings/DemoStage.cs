using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Jobs;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Infrastructure.Identity;
using Pionir.Infrastructure.Jobs;

namespace Pionir.Infrastructure.Demo.Trainings;

/// <summary>Where the demo's people act: each act is a command of the product, sent by somebody at some moment.</summary>
internal sealed class DemoStage(IServiceScopeFactory scopes, TimeProvider time, JobTable jobs)
{
    private static readonly IReadOnlySet<Permission> Everything = Enum.GetValues<Permission>().ToHashSet();

    public Task<T> ActAsync<T>(
        DemoActor actor,
        DateTimeOffset at,
        IRequest<Result<T>> request,
        CancellationToken cancellationToken
    ) =>
        InScopeAsync(
            actor,
            at,
            async services =>
            {
                var result = await services.GetRequiredService<IMediator>().Send(request, cancellationToken);
                return result.IsSuccess ? result.Value : throw Refused(request, result.Error);
            }
        );

    public Task<bool> ActAsync(
        DemoActor actor,
        DateTimeOffset at,
        IRequest<Result> request,
        CancellationToken cancellationToken
    ) =>
        InScopeAsync(
            actor,
            at,
            async services =>
            {
                var result = await services.GetRequiredService<IMediator>().Send(request, cancellationToken);
                return result.IsSuccess ? true : throw Refused(request, result.Error);
            }
        );

    /// <summary>Does the work that waits in the queue at this moment of the story, before the real runner comes to it.</summary>
    public async Task WorkAsync(DemoActor actor, DateTimeOffset at, CancellationToken cancellationToken)
    {
        while (await jobs.ClaimAsync(cancellationToken) is { } job)
        {
            var outcome = await InScopeAsync(
                actor,
                at,
                services => JobDispatch.RunAsync(services, job, new Unseen(job), cancellationToken)
            );
            await jobs.FinishAsync(job, outcome, cancellationToken);
        }
    }

    private async Task<T> InScopeAsync<T>(DemoActor actor, DateTimeOffset at, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope
            .ServiceProvider.GetRequiredService<CurrentUser>()
            .Become(
                actor.UserId,
                actor.Name,
                actor.EmployeeId,
                Everything,
                _ => Application.Common.Access.UnitScope.All
            );
        return time is DemoClock clock
            ? await clock.AtAsync(at, () => act(scope.ServiceProvider))
            : await act(scope.ServiceProvider);
    }

    private static InvalidOperationException Refused(object request, Error error) =>
        new($"{request.GetType().Name}: {error.Code}");

    private sealed class Unseen(ClaimedJob job) : IJobProgress
    {
        public Guid JobId => job.Id;
        public Guid RequestedBy => job.RequestedBy;

        public Task ReportAsync(int done, int total, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
