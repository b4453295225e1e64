using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Persistence;

namespace Pionir.Infrastructure.Auditing;

internal sealed class AuditTrail(IDatabase database) : IAuditTrail
{
    private const int NamedAtOnce = 5_000;

    public async Task<Page<AuditRow>> SearchAsync(
        AuditFilter filter,
        PageRequest page,
        CancellationToken cancellationToken
    )
    {
        var entries = Filter(filter);
        var total = await entries.CountAsync(cancellationToken);
        var rows = await Newest(entries).Skip(page.Skip).Take(page.Size).ToListAsync(cancellationToken);
        var named = await database.NameAsync([.. rows.Select(Row)], cancellationToken);
        return new Page<AuditRow>(named, total, page.Number, page.Size);
    }

    public async Task<IReadOnlyList<AuditRow>> ReadAsync(
        AuditFilter filter,
        int most,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<AuditRow>();
        await foreach (
            var entry in Newest(Filter(filter)).Take(most).AsAsyncEnumerable().WithCancellation(cancellationToken)
        )
        {
            rows.Add(Row(entry));
        }
        var named = new List<AuditRow>(rows.Count);
        // A question about a hundred thousand ids at once is slower than twenty about a part of them.
        foreach (var part in rows.Chunk(NamedAtOnce))
        {
            named.AddRange(await database.NameAsync(part, cancellationToken));
        }
        return named;
    }

    private static IOrderedQueryable<AuditEntry> Newest(IQueryable<AuditEntry> entries) =>
        entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id);

    private IQueryable<AuditEntry> Filter(AuditFilter filter)
    {
        var entries = database.Set<AuditEntry>().AsNoTracking();
        if (filter.RootId is { } root)
        {
            entries = entries.Where(entry => entry.RootId == root);
        }
        if (Guid.TryParse(filter.Who, out var user))
        {
            entries = entries.Where(entry => entry.UserId == user);
        }
        else if (Pattern(filter.Who) is { } who)
        {
            entries = entries.Where(entry => EF.Functions.ILike(entry.UserName, who));
        }
        if (!string.IsNullOrWhiteSpace(filter.Action))
        {
            entries = entries.Where(entry => entry.Action == filter.Action);
        }
        if (!string.IsNullOrWhiteSpace(filter.SubjectType))
        {
            entries = entries.Where(entry => entry.SubjectType == filter.SubjectType);
        }
        if (Pattern(filter.Q) is { } q)
        {
            entries = entries.Where(entry =>
                EF.Functions.ILike(entry.SubjectName, q) || EF.Functions.ILike(entry.Reason!, q)
            );
        }
        if (filter.From is { } from)
        {
            entries = entries.Where(entry => entry.At >= from);
        }
        return filter.Until is { } until ? entries.Where(entry => entry.At < until) : entries;
    }

    private static string? Pattern(string? part) =>
        string.IsNullOrWhiteSpace(part)
            ? null
            : "%"
                + part.Trim()
                    .Replace("\\", "\\\\", StringComparison.Ordinal)
                    .Replace("%", "\\%", StringComparison.Ordinal)
                    .Replace("_", "\\_", StringComparison.Ordinal)
                + "%";

    private static AuditRow Row(AuditEntry entry) =>
        new(
            entry.Id,
            entry.At,
            entry.UserId,
            entry.UserName,
            entry.Action,
            entry.Change.ToLowerInvariant(),
            entry.SubjectType,
            entry.SubjectId,
            entry.SubjectName,
            entry.RootId,
            entry.Details?.RootElement.Clone(),
            entry.Reason,
            entry.RemoteAddress
        );
}
