using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Imports;
using Pionir.Domain.Organization.Units;

namespace Pionir.Application.Organization.Imports;

/// <summary>Units are few, so they come in through their aggregate, and the audit trail sees each change.</summary>
public sealed class UnitsFromImport(IDatabase database, IImportTables tables, TimeProvider time)
{
    public async Task ApplyAsync(Import import, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = await tables.ReadUnitsAsync(import.Id, cancellationToken);
        var units = await database
            .Set<Unit>()
            .Include(unit => unit.Periods)
            .ToDictionaryAsync(unit => unit.Code, cancellationToken);
        var findings = new UnitFindings(rows, units.Values).Judge(rows).ToList();
        foreach (var (row, finding) in rows.Zip(findings))
        {
            Apply(import, row, finding, units, now);
        }
        if (import.MissingLeave)
        {
            Dissolve(import, rows, units.Values, now);
        }
    }

    private void Apply(
        Import import,
        StagedUnit row,
        Finding finding,
        Dictionary<string, Unit> units,
        DateTimeOffset now
    )
    {
        var record = new UnitRecord(row.Code, row.Name, row.Kind, finding.ParentId, row.ActiveFrom, row.ActiveTo);
        switch (finding.Outcome)
        {
            case RowOutcome.New:
                database.Set<Unit>().Add(Unit.Create(new UnitId(row.NewId), record, import.AsOf, now));
                break;
            case RowOutcome.Changed or RowOutcome.Leaving:
                units[row.Code].Take(record, import.AsOf, now);
                break;
        }
    }

    private static void Dissolve(
        Import import,
        IReadOnlyList<StagedUnit> rows,
        IEnumerable<Unit> units,
        DateTimeOffset now
    )
    {
        var named = rows.Select(row => row.Code).ToHashSet();
        foreach (var unit in units.Where(unit => unit.IsActiveOn(import.AsOf) && !named.Contains(unit.Code)))
        {
            var record = new UnitRecord(unit.Code, unit.Name, unit.Kind, unit.ParentId, null, import.AsOf);
            unit.Take(record, import.AsOf, now);
        }
    }
}
