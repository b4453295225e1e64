using MediatR;
using Pionir.Domain.Common;

namespace Pionir.Application.Common.Messaging;

/// <summary>Changes something: runs in one transaction, is audited, and leaves nothing behind when refused.</summary>
public interface ICommand<TResponse> : IRequest<Result<TResponse>>, IChange;

/// <inheritdoc cref="ICommand{TResponse}"/>
public interface ICommand : IRequest<Result>, IChange;

/// <summary>Only reads; no change tracking, no transaction.</summary>
public interface IQuery<TResponse> : IRequest<Result<TResponse>>;

/// <summary>Marks requests that the unit of work wraps in a transaction.</summary>
public interface IChange;

/// <summary>A change that asks its user for a reason, always or sometimes; the audit trail keeps it.</summary>
public interface IReasoned
{
    string? Reason { get; }
}

/// <summary>A change of a version that the client has seen (If-Match).</summary>
public interface IVersioned
{
    uint? ExpectedVersion { get; }
}
