using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.LearningHours.Queries;

namespace Pionir.Application.LearningHours.Rules;

/// <summary>The people of trainings, in the order of the trainings and by name.</summary>
internal sealed class JpRulePeople(IDatabase database) : IApplicationPart
{
    public IQueryable<JpRulePerson> Of(IReadOnlyCollection<JpRuleTraining> trainings)
    {
        Guid[] ids = [.. trainings.Select(training => training.Id)];
        int[] before = [.. trainings.Select(training => training.Before)];
        int[] after = [.. trainings.Select(training => training.After)];
        return database
            .Database.SqlQuery<Row>(
                $"""
                SELECT p.employee_id AS "EmployeeId", p.name AS "Name", p.identity_number AS "IdentityNumber",
                       coalesce(u.name, p.affiliation) AS "Unit", t.id AS "TrainingId", t.title AS "Training",
                       t.ends_on AS "End", r.before AS "Before", r.after AS "After", r.place AS "Place", p.id AS "Id"
                FROM unnest({ids}, {before}, {after}) WITH ORDINALITY AS r (id, before, after, place)
                JOIN trainings t ON t.id = r.id
                JOIN participants p ON p.training_id = r.id AND p.employee_id IS NOT NULL
                     AND p.state = ANY ({JpRuleForecast.Seated})
                LEFT JOIN units u ON u.id = p.unit_id
                """
            )
            .OrderBy(row => row.Place)
            .ThenBy(row => row.Name)
            .ThenBy(row => row.Id)
            .Select(row => new JpRulePerson(
                row.EmployeeId,
                row.Name,
                row.IdentityNumber,
                row.Unit,
                row.TrainingId,
                row.Training,
                row.End,
                row.Before,
                row.After
            ));
    }

    private sealed record Row(
        Guid EmployeeId,
        string Name,
        string? IdentityNumber,
        string Unit,
        Guid TrainingId,
        string Training,
        DateOnly End,
        int Before,
        int After,
        long Place,
        Guid Id
    );
}
