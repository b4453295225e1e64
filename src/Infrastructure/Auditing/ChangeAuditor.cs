using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Pionir.Application.Common.Access;
using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Auditing;

/// <summary>Turns what the change tracker saw into audit entries: each changed value before and after.</summary>
public sealed class ChangeAuditor(ICurrentUser user, AuditScope scope, TimeProvider time)
{
    private const string Masked = "***";

    public void AddEntries(DbContext context)
    {
        context.ChangeTracker.DetectChanges();
        var entries = context
            .ChangeTracker.Entries()
            .Where(entry =>
                entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
                && entry.Metadata.IsAudited()
                && !entry.Metadata.IsOwned()
            )
            .Select(ToAuditEntry)
            .ToList();
        context.Set<AuditEntry>().AddRange(entries);
    }

    internal AuditEntry Noted(
        string action,
        string subjectType,
        Guid subjectId,
        string subjectName,
        object? details,
        Actor? by
    ) =>
        new()
        {
            At = time.GetUtcNow(),
            UserId = by?.UserId ?? user.UserId,
            UserName = by?.Name ?? user.DisplayName,
            Action = action,
            Change = "Noted",
            SubjectType = subjectType,
            SubjectId = subjectId,
            SubjectName = subjectName,
            RootId = subjectId,
            Details = details is null ? null : JsonSerializer.SerializeToDocument(details, JsonSerializerOptions.Web),
            Reason = scope.Reason,
            RemoteAddress = user.RemoteAddress,
        };

    private AuditEntry ToAuditEntry(EntityEntry entry) =>
        new()
        {
            At = time.GetUtcNow(),
            UserId = user.UserId,
            UserName = user.DisplayName,
            Action = scope.Action,
            Change = entry.State.ToString(),
            SubjectType = entry.Metadata.ClrType.Name,
            SubjectId = KeyOf(entry),
            SubjectName = NameOf(entry),
            RootId = RootOf(entry),
            Details = DetailsOf(entry),
            Reason = scope.Reason,
            RemoteAddress = user.RemoteAddress,
        };

    private static JsonDocument DetailsOf(EntityEntry entry)
    {
        var owned = entry
            .References.Where(reference => reference.TargetEntry?.Metadata.IsOwned() == true)
            .SelectMany(reference => reference.TargetEntry!.Properties)
            .Where(property => !property.Metadata.IsKey());
        var changes = entry
            .Properties.Concat(owned)
            .Select(property => (property.Metadata.Name, Property: property))
            .Concat(Inside(entry.ComplexProperties, ""))
            .Where(named => named.Property.Metadata.ClrType != typeof(JsonDocument))
            .Select(named => (named.Name, Values: Change(entry.State, named.Property)))
            .Where(change => change.Values is not null)
            .GroupBy(change => change.Name)
            .ToDictionary(group => group.Key, group => group.First().Values);
        return JsonSerializer.SerializeToDocument(changes, JsonSerializerOptions.Web);
    }

    /// <summary>By their whole way: the name of an item in English is <c>Name.En</c>.</summary>
    private static IEnumerable<(string Name, PropertyEntry Property)> Inside(
        IEnumerable<ComplexPropertyEntry> complex,
        string way
    ) =>
        complex.SelectMany(part =>
        {
            var here = $"{way}{part.Metadata.Name}.";
            return part
                .Properties.Select(property => ($"{here}{property.Metadata.Name}", property))
                .Concat(Inside(part.ComplexProperties, here));
        });

    private static object?[]? Change(EntityState state, PropertyEntry property)
    {
        if (property.Metadata.IsConcurrencyToken && property.Metadata.GetColumnName() == "xmin")
        {
            return null;
        }
        // By its content: a list that holds the same words is no change.
        var isSame = property.Metadata.GetValueComparer().Equals(property.OriginalValue, property.CurrentValue);
        if (state == EntityState.Modified && isSame)
        {
            return null;
        }
        var before = state == EntityState.Added ? null : Stored(property.Metadata, property.OriginalValue);
        var after = state == EntityState.Deleted ? null : Stored(property.Metadata, property.CurrentValue);
        if (Equals(before, after))
        {
            return null;
        }
        return property.Metadata.IsSecret() ? [before is null ? null : Masked, Masked] : [before, after];
    }

    /// <summary>As the column holds it: enums as words, typed ids as uuid.</summary>
    private static object? Stored(IProperty property, object? value)
    {
        var stored = property.FindTypeMapping()?.Converter is { } converter
            ? converter.ConvertToProvider(value)
            : value;
        return stored is byte[] bytes ? $"{bytes.Length} bytes" : stored;
    }

    private static Guid KeyOf(EntityEntry entry) =>
        entry
            .Metadata.FindPrimaryKey()!
            .Properties.Select(key => AsGuid(key, entry))
            .FirstOrDefault(id => id is not null)
        ?? Guid.Empty;

    private static Guid? AsGuid(IProperty property, EntityEntry entry) =>
        Stored(property, entry.Property(property.Name).CurrentValue) as Guid?;

    private static string NameOf(EntityEntry entry)
    {
        string[] names = ["Name", "Title", "Number", "Code", "Subject", "UserName"];
        var property = names.Select(entry.Metadata.FindProperty).FirstOrDefault(found => found is not null);
        return property is null ? "" : Stored(property, entry.Property(property.Name).CurrentValue)?.ToString() ?? "";
    }

    private static Guid RootOf(EntityEntry entry)
    {
        if (entry.Entity is IAggregateRoot)
        {
            return KeyOf(entry);
        }
        var parent = entry
            .Metadata.GetForeignKeys()
            .FirstOrDefault(key => key.DeleteBehavior == DeleteBehavior.Cascade && key.Properties.Count == 1);
        return (parent is null ? null : AsGuid(parent.Properties[0], entry)) ?? KeyOf(entry);
    }
}
