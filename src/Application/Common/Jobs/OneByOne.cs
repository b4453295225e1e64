using Microsoft.Extensions.Logging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;

namespace Pionir.Application.Common.Jobs;

/// <summary>Work by the clock on many things, each by itself: one that fails does not hold up those behind it.</summary>
internal sealed partial class OneByOne(IUnitOfWork unitOfWork, ILogger<OneByOne> log) : IApplicationPart
{
    /// <summary>Each in a unit of work of its own.</summary>
    public Task CommitAsync<T>(
        string task,
        IEnumerable<T> things,
        Func<T, Task<Result>> act,
        CancellationToken cancellationToken
    ) => RunAsync(task, things, thing => unitOfWork.RunAsync(task, null, () => act(thing), cancellationToken));

    public async Task RunAsync<T>(string task, IEnumerable<T> things, Func<T, Task> act)
    {
        foreach (var thing in things)
        {
            try
            {
                await act(thing);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(log, failure, task, $"{thing}");
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Task} failed for {Thing}, and goes on with the next.")]
    private static partial void Failed(ILogger log, Exception failure, string task, string thing);
}
