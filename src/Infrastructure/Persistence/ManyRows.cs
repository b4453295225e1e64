using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;

namespace Pionir.Infrastructure.Persistence;

/// <summary>
/// New rows by COPY instead of a statement each: for thousands of them the framework's statements cost several times
/// what the rows do.
/// </summary>
internal static class ManyRows
{
    private const string Annotation = "Pionir:CopiedWhenMany";

    /// <summary>Fewer are not worth a round trip of their own.</summary>
    private const int Many = 50;

    private static readonly ConcurrentDictionary<IEntityType, Plan> Plans = new();

    /// <summary>For what is only ever added and refers to nothing that is saved together with it.</summary>
    public static EntityTypeBuilder<T> CopiedWhenMany<T>(this EntityTypeBuilder<T> builder)
        where T : class
    {
        builder.Metadata.SetAnnotation(Annotation, true);
        return builder;
    }

    /// <summary>Writes what was added of such types; the context then knows nothing of it any more.</summary>
    public static async Task CopyAddedAsync(DbContext context, CancellationToken cancellationToken)
    {
        // Without a transaction around it, what is saved afterwards could fail and leave these behind.
        if (context.Database.CurrentTransaction is null)
        {
            return;
        }
        var groups = context
            .ChangeTracker.Entries()
            .Where(entry => entry.State == EntityState.Added && entry.Metadata.FindAnnotation(Annotation) is not null)
            .GroupBy(entry => entry.Metadata)
            .Select(group => (Type: group.Key, Entries: group.ToList()))
            .Where(group => group.Entries.Count >= Many)
            .ToList();
        foreach (var (type, entries) in groups)
        {
            await CopyAsync(context, type, entries.Select(entry => entry.Entity), cancellationToken);
            entries.ForEach(entry => entry.State = EntityState.Detached);
        }
    }

    public static Task CopyAsync<T>(DbContext context, IEnumerable<T> rows, CancellationToken cancellationToken)
        where T : class => CopyAsync(context, context.Model.FindEntityType(typeof(T))!, rows, cancellationToken);

    private static Task CopyAsync(
        DbContext context,
        IEntityType type,
        IEnumerable<object> rows,
        CancellationToken cancellationToken
    )
    {
        var plan = Plans.GetOrAdd(type, Plan.Of);
        return BinaryCopy.WriteAsync(
            (NpgsqlConnection)context.Database.GetDbConnection(),
            plan.Copy,
            (short)plan.Columns.Count,
            rows,
            plan.Write,
            cancellationToken
        );
    }

    private sealed record Column(string Name, Func<object, object?> Value, Action<BinaryCopy, object> Write);

    private sealed record Plan(string Copy, IReadOnlyList<Column> Columns)
    {
        public static Plan Of(IEntityType type)
        {
            var columns = type.GetProperties()
                .Where(property => property.GetColumnName() != "xmin")
                .Select(ColumnOf)
                .ToList();
            var names = string.Join(", ", columns.Select(column => column.Name));
            return new Plan($"COPY {type.GetTableName()} ({names}) FROM STDIN (FORMAT binary)", columns);
        }

        public void Write(BinaryCopy copy, object row)
        {
            foreach (var column in Columns)
            {
                if (column.Value(row) is { } value)
                {
                    column.Write(copy, value);
                }
                else
                {
                    copy.Null();
                }
            }
        }

        private static Column ColumnOf(IProperty property)
        {
            var mapping = property.GetRelationalTypeMapping();
            var getter = property.GetGetter();
            var converter = mapping.Converter;
            return new Column(
                property.GetColumnName(),
                row =>
                    converter is null ? getter.GetClrValue(row) : converter.ConvertToProvider(getter.GetClrValue(row)),
                mapping.StoreType == "jsonb"
                    ? (copy, value) => copy.Json((string)value)
                    : (copy, value) => Write(copy, value, property)
            );
        }

        private static void Write(BinaryCopy copy, object value, IProperty property)
        {
            switch (value)
            {
                case Guid id:
                    copy.Id(id);
                    break;
                case string text:
                    copy.Text(text);
                    break;
                case int number:
                    copy.Number(number);
                    break;
                case DateOnly day:
                    copy.Day(day);
                    break;
                case DateTimeOffset moment:
                    copy.Moment(moment);
                    break;
                case byte[] content:
                    copy.Content(content);
                    break;
                case bool flag:
                    copy.Flag(flag);
                    break;
                default:
                    throw new NotSupportedException($"{property} cannot be copied as {value.GetType().Name}.");
            }
        }
    }
}
