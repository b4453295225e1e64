namespace Pionir.Domain.Common;

/// <summary>An id that says of what. Implemented by <c>readonly record struct</c>s around a version 7 UUID.</summary>
public interface ITypedId<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }
    static abstract TSelf From(Guid value);
    static TSelf New() => TSelf.From(Guid.CreateVersion7());
}
