using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;
using Pionir.Application.LearningHours.Openings;
using Pionir.Domain.Organization.Imports;
using Pionir.Domain.Organization.ReferenceData;
using Pionir.Domain.Organization.Units;

namespace Pionir.Application.Organization.Imports;

/// <summary>What the rows of an import mean against what is known at this moment.</summary>
public sealed class ImportJudge(
    IDatabase database,
    IImportTables tables,
    IOpeningTables openings,
    IReferenceData reference,
    IInstitutionClock clock
)
{
    public async Task JudgeAsync(Import import, CancellationToken cancellationToken)
    {
        if (import.Kind == ImportKind.Employees)
        {
            var renamed = await tables.ReadRenamedAsync(import.Id, cancellationToken);
            await tables.FindEmployeesAsync(
                import,
                [.. renamed.Where(row => row.Told.IsAnotherPersonThan(row.Known)).Select(row => row.Number)],
                cancellationToken
            );
            return;
        }
        if (import.Kind == ImportKind.OpeningBalances)
        {
            var book = await reference.ReadAsync(cancellationToken);
            var today = await clock.TodayAsync(cancellationToken);
            var forms = book.All(ReferenceKind.DevelopmentForms).Select(form => form.Code).Distinct();
            await openings.FindAsync(import, today, [.. forms], cancellationToken);
            return;
        }
        var rows = await tables.ReadUnitsAsync(import.Id, cancellationToken);
        var units = await database.Set<Unit>().AsNoTracking().ToListAsync(cancellationToken);
        var findings = new UnitFindings(rows, units).Judge(rows).ToList();
        if (import.MissingLeave)
        {
            findings.AddRange(Missing(import, rows, units));
        }
        await tables.WriteFindingsAsync(import.Id, findings, cancellationToken);
    }

    /// <summary>Units that a complete file does not name are dissolved; a wrong row still names its unit.</summary>
    private static IEnumerable<Finding> Missing(
        Import import,
        IReadOnlyList<StagedUnit> rows,
        IReadOnlyCollection<Unit> units
    )
    {
        var named = rows.Select(row => row.Code).ToHashSet();
        var last = rows.Max(row => row.Number);
        return units
            .Where(unit => unit.IsActiveOn(import.AsOf) && !named.Contains(unit.Code))
            .Select(unit => new Finding(++last, RowOutcome.Leaving, [], [], unit.Id.Value, unit.ParentId));
    }
}
