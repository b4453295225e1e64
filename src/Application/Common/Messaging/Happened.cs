using MediatR;
using Pionir.Domain.Common;

namespace Pionir.Application.Common.Messaging;

/// <summary>A domain event on its way to its handlers, inside the transaction of the command that raised it.</summary>
public sealed record Happened<TEvent>(TEvent Event) : INotification
    where TEvent : IDomainEvent;
