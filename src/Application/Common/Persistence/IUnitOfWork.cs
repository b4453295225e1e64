using Pionir.Domain.Common;

namespace Pionir.Application.Common.Persistence;

/// <summary>One transaction around a command: all of it is kept, with its audit entries and events, or nothing.</summary>
public interface IUnitOfWork
{
    Task<TResponse> RunAsync<TResponse>(
        string action,
        string? reason,
        Func<Task<TResponse>> act,
        CancellationToken cancellationToken
    )
        where TResponse : IResult<TResponse>;
}
