using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.LearningHours;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.LearningHours;
using IDatabase = Pionir.Application.Common.Persistence.IDatabase;

namespace Pionir.Infrastructure.LearningHours;

/// <inheritdoc cref="ILedger"/>
/// <remarks>One statement for all rows; which of them are new is decided by the trigger behind the table.</remarks>
internal sealed class Ledger(
    IDatabase database,
    ICurrentUser user,
    IInstitutionClock clock,
    IAuditLog audit,
    LedgerSealing sealing,
    TimeProvider time
) : ILedger
{
    private const string Insert = """
        INSERT INTO ledger_entries (id, employee_id, occurred_on, year, jp, minutes, kind, source, origin_id, title, form,
            cluster, competency_id, level, dictionary_version, rule_version, calculation, posted_at, posted_by, reverses, reason)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
        """;

    public async Task<Result> CheckOpenAsync(int year, CancellationToken cancellationToken)
    {
        var closing = await database
            .Set<YearClosing>()
            .AsNoTracking()
            .SingleOrDefaultAsync(found => found.Year == year && found.ReopenedAt == null, cancellationToken);
        return closing is null
            ? Result.Success()
            : LedgerErrors.YearClosed(year, await clock.DayOfAsync(closing.ClosedAt, cancellationToken));
    }

    public async Task<LedgerReceipt> PostAsync(
        IReadOnlyCollection<LedgerPosting> postings,
        CancellationToken cancellationToken
    )
    {
        var now = await BeginAsync(cancellationToken);
        var entries = postings
            // Less than one lesson hour posts nothing.
            .Where(posting => posting.Calculation.Jp > 0)
            .Select(posting =>
                LedgerEntry
                    .Post(
                        posting.EmployeeId,
                        posting.Kind,
                        posting.Source,
                        posting.Content,
                        posting.Calculation,
                        user.UserId,
                        now
                    )
                    .Value
            )
            .ToList();
        var posted = await AppendAsync(entries, cancellationToken);
        Note("PostJp", entries);
        return new LedgerReceipt(posted, postings.Count - posted);
    }

    public async Task<int> ReverseOriginAsync(Guid originId, string reason, CancellationToken cancellationToken)
    {
        var standing = await database
            .Set<LedgerEntry>()
            .AsNoTracking()
            .Where(entry => entry.OriginId == originId && entry.Kind != LedgerEntryKind.Reversal)
            .Where(entry => !database.Set<LedgerEntry>().Any(other => other.Reverses == entry.Id))
            .ToListAsync(cancellationToken);
        var now = await BeginAsync(cancellationToken);
        var reversals = standing.Select(entry => entry.Reverse(reason, user.UserId, now).Value).ToList();
        var reversed = await AppendAsync(reversals, cancellationToken);
        Note("ReverseJp", reversals);
        return reversed;
    }

    public async Task<Result<LedgerEntryId>> ReverseAsync(
        LedgerEntry entry,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var reversal = entry.Reverse(reason, user.UserId, await BeginAsync(cancellationToken));
        if (!reversal.IsSuccess)
            return reversal.Error;
        if (await AppendAsync([reversal.Value], cancellationToken) == 0)
            return LedgerErrors.AlreadyReversed();
        audit.Record(
            "ReverseJpEntry",
            nameof(LedgerEntry),
            entry.Id.Value,
            entry.Title,
            new
            {
                entry.EmployeeId,
                entry.Jp,
                entry.OccurredOn,
            }
        );
        return reversal.Value.Id;
    }

    /// <summary>The time of posting, taken where everybody who asks for a state of the ledger sees that it is being taken.</summary>
    private async Task<DateTimeOffset> BeginAsync(CancellationToken cancellationToken)
    {
        var second = StatementReader.SecondOf(time.GetUtcNow());
        await database.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock_shared({StatementReader.Posting}, {second})",
            cancellationToken
        );
        return time.GetUtcNow();
    }

    private async Task<int> AppendAsync(List<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
            return 0;
        // Everybody locks people in the same order, so that two postings never wait for each other in a circle.
        var rows = entries.OrderBy(entry => entry.EmployeeId.Value).ThenBy(entry => entry.OccurredOn).ToList();
        var connection = (NpgsqlConnection)database.Database.GetDbConnection();
        await database.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand(Insert + LedgerSealing.Posted, connection);
            command.Transaction = (NpgsqlTransaction?)database.Database.CurrentTransaction?.GetDbTransaction();
            Add(NpgsqlDbType.Uuid, entry => entry.Id.Value);
            Add(NpgsqlDbType.Uuid, entry => entry.EmployeeId.Value);
            Add(NpgsqlDbType.Date, entry => entry.OccurredOn);
            Add(NpgsqlDbType.Integer, entry => entry.Year);
            Add(NpgsqlDbType.Integer, entry => entry.Jp);
            Add(NpgsqlDbType.Integer, entry => entry.Minutes);
            Add(NpgsqlDbType.Text, entry => entry.Kind.ToString());
            Add(NpgsqlDbType.Text, entry => entry.Source);
            Add(NpgsqlDbType.Uuid, entry => entry.OriginId);
            Add(NpgsqlDbType.Text, entry => entry.Title);
            Add(NpgsqlDbType.Text, entry => entry.Form);
            Add(NpgsqlDbType.Text, entry => entry.Cluster);
            Add(NpgsqlDbType.Uuid, entry => entry.CompetencyId);
            Add(NpgsqlDbType.Integer, entry => entry.Level);
            Add(NpgsqlDbType.Text, entry => entry.DictionaryVersion);
            Add(NpgsqlDbType.Text, entry => entry.RuleVersion);
            Add(NpgsqlDbType.Jsonb, entry => entry.Calculation);
            Add(NpgsqlDbType.TimestampTz, entry => entry.PostedAt.ToUniversalTime());
            Add(NpgsqlDbType.Uuid, entry => entry.PostedBy);
            Add(NpgsqlDbType.Uuid, entry => entry.Reverses?.Value);
            Add(NpgsqlDbType.Text, entry => entry.Reason);
            return await sealing.PostAsync(command, cancellationToken);

            void Add<T>(NpgsqlDbType type, Func<LedgerEntry, T> value) =>
                command.Parameters.Add(
                    new NpgsqlParameter
                    {
                        Value = rows.Select(value).ToArray(),
                        NpgsqlDbType = NpgsqlDbType.Array | type,
                    }
                );
        }
        finally
        {
            await database.Database.CloseConnectionAsync();
        }
    }

    private void Note(string action, List<LedgerEntry> entries)
    {
        foreach (var origin in entries.GroupBy(entry => (entry.OriginId, entry.Title)))
        {
            audit.Record(
                action,
                origin.First().Kind.ToString(),
                origin.Key.OriginId,
                origin.Key.Title,
                new { People = origin.Count(), Jp = origin.Sum(entry => entry.Jp) }
            );
        }
    }
}
