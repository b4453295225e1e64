using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Certificates;

/// <summary>What became of a number.</summary>
public enum NumberFate
{
    /// <summary>Stands on a valid certificate.</summary>
    Issued,
    Revoked,
    Replaced,

    /// <summary>Declared void; never stood on a certificate.</summary>
    Voided,

    /// <summary>Taken, yet found nowhere: a defect or an act outside the product.</summary>
    Missing,
}

/// <summary>
/// Every number of a series from its first to the last one given, as runs of neighbours that share their fate: what
/// is on no certificate and not in the void register comes out as missing instead of being passed over.
/// </summary>
internal sealed class NumberRuns(IDatabase database, IInstitution institution, ICurrentUser user) : IApplicationPart
{
    /// <summary>Trainings that the user may not see stay unnamed: their numbers are told, and that they are given.</summary>
    public async Task<IQueryable<NumberRun>> OfAsync(NumberSeries series, CancellationToken cancellationToken)
    {
        var id = series.Id.Value;
        var zone = (await institution.CurrentAsync(cancellationToken)).TimeZone.IanaName();
        var scope = CertificateScope.Of(user);
        var units = scope.Units.Select(unit => unit.Value).ToArray();
        return database.Database.SqlQuery<NumberRun>(
            $"""
            WITH taken AS (
                SELECT sequence, number, status AS fate, issued_on AS day,
                       CASE WHEN {scope.Everything} OR unit_id = ANY ({units}) THEN source_id END AS source_id
                FROM certificates WHERE series_id = {id}
                UNION ALL
                SELECT sequence, number, {nameof(NumberFate.Voided)}, (voided_at AT TIME ZONE {zone})::date, NULL
                FROM void_numbers WHERE series_id = {id}
            ), islands AS (
                SELECT *, sequence - row_number() OVER (PARTITION BY fate, source_id, day ORDER BY sequence) AS island
                FROM taken
            ), neighbours AS (
                SELECT sequence, lead(sequence) OVER (ORDER BY sequence) AS next
                FROM (
                    SELECT sequence FROM taken
                    UNION ALL VALUES ({series.First - 1}), ({series.Last + 1})
                ) edges
            )
            SELECT min(sequence) AS first, max(sequence) AS last,
                   (array_agg(number ORDER BY sequence))[1] AS first_number,
                   (array_agg(number ORDER BY sequence DESC))[1] AS last_number,
                   fate, source_id, day
            FROM islands GROUP BY fate, source_id, day, island
            UNION ALL
            SELECT sequence + 1, next - 1, NULL, NULL, {nameof(NumberFate.Missing)}, NULL, NULL
            FROM neighbours WHERE next > sequence + 1
            """
        );
    }
}

internal sealed record NumberRun(
    [property: Column("first")] int First,
    [property: Column("last")] int Last,
    [property: Column("first_number")] string? FirstNumber,
    [property: Column("last_number")] string? LastNumber,
    [property: Column("fate")] string Fate,
    [property: Column("source_id")] Guid? SourceId,
    [property: Column("day")] DateOnly? Day
);
