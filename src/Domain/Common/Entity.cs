namespace Pionir.Domain.Common;

public interface IDomainEvent;

/// <summary>A thing with an identity; two of them are the same when type and id are.</summary>
public abstract class Entity<TId>
    where TId : struct
{
    public TId Id { get; protected init; }

    public override bool Equals(object? obj) =>
        obj is Entity<TId> other && other.GetType() == GetType() && Id.Equals(other.Id);

    public override int GetHashCode() => HashCode.Combine(GetType(), Id);
}

public interface IAggregateRoot
{
    IReadOnlyList<IDomainEvent> Events { get; }
    void ClearEvents();
}

/// <summary>The one object of a cluster through which it is changed, and which is saved as one.</summary>
public abstract class AggregateRoot<TId> : Entity<TId>, IAggregateRoot
    where TId : struct
{
    private readonly List<IDomainEvent> events = [];

    /// <summary>Grows with every change of the row; the API's ETag.</summary>
    public uint Version { get; private set; }

    public IReadOnlyList<IDomainEvent> Events => events;

    public void ClearEvents() => events.Clear();

    protected void Raise(IDomainEvent happened) => events.Add(happened);
}
