using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.ReferenceData;
using Pionir.Domain.Trainings;

namespace Pionir.Infrastructure.Trainings;

/// <summary>Counts up one row per outcome of the pattern; its lock gives codes in order and without gaps.</summary>
internal sealed class ActivityCodes(
    IDatabase database,
    IInstitution institution,
    IReferenceData reference,
    IUnitTree tree
) : IActivityCodes
{
    public async Task<Result<string>> NextAsync(TrainingPlan plan, UnitId unit, CancellationToken cancellationToken)
    {
        var settings = await institution.CurrentAsync(cancellationToken);
        var units = await tree.ReadAsync(cancellationToken);
        var fields = new ActivityCodeFields(
            plan.Year,
            plan.Start.Month,
            units.Find(unit)?.Code ?? "",
            settings.Terms.CentreShort,
            plan.Form,
            await GroupAsync(plan, cancellationToken)
        );
        var key = ActivityCode.CounterKey(settings.Numbering.ActivityCode, fields);
        if (!key.IsSuccess)
            return key;
        var drawn = await database
            .Database.SqlQuery<int>(
                $"""
                INSERT INTO activity_code_counters AS c (key, last_number) VALUES ({key.Value}, 1)
                ON CONFLICT (key) DO UPDATE SET last_number = c.last_number + 1
                RETURNING last_number AS "Value"
                """
            )
            .ToListAsync(cancellationToken);
        return ActivityCode.Number(key.Value, drawn[0]);
    }

    private async Task<string> GroupAsync(TrainingPlan plan, CancellationToken cancellationToken)
    {
        if (plan.WorkingGroup is null)
            return "";
        var book = await reference.ReadAsync(cancellationToken);
        var group = book.Find(ReferenceKind.WorkingGroups, plan.WorkingGroup, plan.Start);
        return group?.Values.Text("shortName") ?? plan.WorkingGroup;
    }
}
