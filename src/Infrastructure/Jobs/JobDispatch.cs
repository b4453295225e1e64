using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application;
using Pionir.Application.Common.Jobs;

namespace Pionir.Infrastructure.Jobs;

/// <summary>Finds the handler of a kind of work by the arguments type that declares the kind.</summary>
internal static class JobDispatch
{
    private delegate Task<JobOutcome> Run(
        IServiceProvider services,
        string arguments,
        IJobProgress progress,
        CancellationToken cancellationToken
    );

    private static readonly FrozenDictionary<string, Run> Kinds = typeof(ApplicationServices)
        .Assembly.GetTypes()
        .Where(type => !type.IsInterface && type.IsAssignableTo(typeof(IJobArguments)))
        .ToFrozenDictionary(
            type => (string)type.GetProperty(nameof(IJobArguments.Kind))!.GetValue(null)!,
            type =>
                typeof(JobDispatch)
                    .GetMethod(nameof(RunTypedAsync), BindingFlags.NonPublic | BindingFlags.Static)!
                    .MakeGenericMethod(type)
                    .CreateDelegate<Run>()
        );

    public static Task<JobOutcome> RunAsync(
        IServiceProvider services,
        ClaimedJob job,
        IJobProgress progress,
        CancellationToken cancellationToken
    ) => Kinds[job.Kind](services, job.Arguments, progress, cancellationToken);

    private static Task<JobOutcome> RunTypedAsync<TArguments>(
        IServiceProvider services,
        string arguments,
        IJobProgress progress,
        CancellationToken cancellationToken
    )
        where TArguments : IJobArguments =>
        services
            .GetRequiredService<IJobHandler<TArguments>>()
            .RunAsync(
                JsonSerializer.Deserialize<TArguments>(arguments, JsonSerializerOptions.Web)!,
                progress,
                cancellationToken
            );
}
