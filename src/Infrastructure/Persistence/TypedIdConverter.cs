using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Persistence;

/// <summary>Typed ids are plain uuid columns.</summary>
internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Make(value))
    where TId : struct, ITypedId<TId>
{
    private static TId Make(Guid value) => TId.From(value);
}
