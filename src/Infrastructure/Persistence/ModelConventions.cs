using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Persistence;

/// <summary>What holds for every entity, so that a configuration says only what is special.</summary>
internal static class ModelConventions
{
    public static void ConvertTypes(ModelConfigurationBuilder builder)
    {
        var typedIds = typeof(ITypedId<>)
            .Assembly.GetTypes()
            .Where(type =>
                type.IsValueType
                && type.GetInterfaces()
                    .Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ITypedId<>))
            );
        foreach (var typedId in typedIds)
        {
            builder.Properties(typedId).HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(typedId));
        }
        builder.Properties<Enum>().HaveConversion<string>();
    }

    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.ClrType.IsAssignableTo(typeof(IAggregateRoot)))
            {
                builder.Entity(entity.ClrType).Ignore(nameof(IAggregateRoot.Events));
                builder.Entity(entity.ClrType).Property<uint>("Version").IsRowVersion();
            }
            NameColumns(entity);
            // Ids are made by the domain; the database never invents one.
            foreach (var key in entity.FindPrimaryKey()?.Properties ?? [])
            {
                if (!key.IsForeignKey() && key.ClrType != typeof(int) && key.ClrType != typeof(long))
                {
                    key.ValueGenerated = ValueGenerated.Never;
                }
            }
        }
    }

    private static void NameColumns(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties())
        {
            if (property is { IsConcurrencyToken: true, ValueGenerated: ValueGenerated.OnAddOrUpdate })
            {
                property.SetColumnName("xmin");
                property.SetColumnType("xid");
            }
            else if (property.FindAnnotation(RelationalAnnotationNames.ColumnName) is null)
            {
                property.SetColumnName(SnakeCase.Of(property.GetColumnName()));
            }
        }
        foreach (var complex in entity.GetComplexProperties())
        {
            NameColumns(complex);
        }
    }

    private static void NameColumns(IMutableComplexProperty complex)
    {
        foreach (var property in complex.ComplexType.GetProperties())
        {
            if (property.FindAnnotation(RelationalAnnotationNames.ColumnName) is null)
            {
                property.SetColumnName(SnakeCase.Of(property.GetColumnName()));
            }
        }
        foreach (var inner in complex.ComplexType.GetComplexProperties())
        {
            NameColumns(inner);
        }
    }
}
