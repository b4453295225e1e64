using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.LearningHours;

namespace Pionir.Application.Trainings.Participation;

/// <summary>JP somebody has in a year, with those of records merged into theirs, and how many they should reach.</summary>
/// <param name="Target">None for those to whom no minimum applies.</param>
public sealed record YearHours(int Jp, int? Target);

internal sealed class YearHoursReader(IDatabase database, IReferenceData reference, IInstitutionClock clock)
    : IApplicationPart
{
    /// <summary>Of people, each in a year in which a training ends.</summary>
    public async Task<IReadOnlyDictionary<(Guid Employee, int Year), YearHours>> ReadAsync(
        IReadOnlyCollection<(Guid Employee, int Year)> wanted,
        CancellationToken cancellationToken
    )
    {
        if (wanted.Count == 0)
            return new Dictionary<(Guid, int), YearHours>();
        var employees = wanted.Select(one => one.Employee).ToArray();
        var years = wanted.Select(one => one.Year).ToArray();
        var rows = await database
            .Database.SqlQuery<Row>(
                $"""
                SELECT w.employee AS "Employee", w.year AS "Year", e.employment_type AS "Type",
                       coalesce((SELECT sum(l.jp) FROM ledger_entries l
                                 WHERE l.employee_id = ANY (ARRAY(SELECT m.id FROM employees m
                                                                  WHERE m.merged_into_id = w.employee) || w.employee)
                                   AND l.year = w.year), 0)::int AS "Jp"
                FROM (SELECT DISTINCT * FROM unnest({employees}, {years}) AS pair (employee, year)) w
                JOIN employees e ON e.id = w.employee
                """
            )
            .ToListAsync(cancellationToken);
        var book = await reference.ReadAsync(cancellationToken);
        var today = await clock.TodayAsync(cancellationToken);
        return rows.ToDictionary(
            row => (row.Employee, row.Year),
            row => new YearHours(row.Jp, book.TargetOf(row.Type, YearTarget.JudgedOn(row.Year, today)).MinimumJp)
        );
    }

    private sealed record Row(Guid Employee, int Year, string Type, int Jp);
}
