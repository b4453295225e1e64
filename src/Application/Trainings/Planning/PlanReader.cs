using Pionir.Application.Common;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.Institutions;
using Pionir.Domain.Organization.ReferenceData;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

/// <summary>From the fields of a form to a plan: fills in what the institution decides, checks what refers to its tables.</summary>
internal sealed class PlanReader(IReferenceData reference, IInstitution institution, TrainingTargets targets)
    : IApplicationPart
{
    /// <param name="before">The training that is edited: the competencies it has may stay.</param>
    public async Task<Result<TrainingPlan>> ReadAsync(
        TrainingFields fields,
        CancellationToken cancellationToken,
        Training? before = null
    )
    {
        var book = await reference.ReadAsync(cancellationToken);
        var settings = await institution.CurrentAsync(cancellationToken);
        var form = book.FormOf(fields.Form, fields.Start);
        var errors = new List<Error>();
        if (form is null)
            errors.Add(TrainingErrors.FormUnknown(fields.Form));
        if (fields.WorkingGroup is { Length: > 0 } group && !book.Has(ReferenceKind.WorkingGroups, group))
            errors.Add(TrainingErrors.WorkingGroupUnknown(group));
        foreach (var family in fields.TargetJobFamilies ?? [])
        {
            if (!book.Has(ReferenceKind.JobFamilies, family))
                errors.Add(TrainingErrors.JobFamilyUnknown(family));
        }
        errors.AddRange(
            await targets.CheckAsync(
                fields.Competencies ?? [],
                before?.Competencies.Select(kept => new CompetencyTarget(kept.CompetencyId, kept.Level)) ?? [],
                cancellationToken
            )
        );
        return errors.Count > 0
            ? Result<TrainingPlan>.Failure(errors)
            : ToPlan(fields, form!, settings.TimeZone.IanaName());
    }

    private static TrainingPlan ToPlan(TrainingFields fields, DevelopmentForm form, string institutionZone) =>
        new(
            fields.Title,
            fields.Year,
            fields.Form,
            fields.Cluster ?? Enum.Parse<Cluster>(form.Cluster, ignoreCase: true),
            fields.Scheme,
            fields.Start,
            fields.End,
            fields.Quota,
            fields.ReservePlaces,
            string.IsNullOrWhiteSpace(fields.TimeZone) ? institutionZone : fields.TimeZone
        )
        {
            Organiser = fields.Organiser,
            Partner = fields.Partner,
            WorkingGroup = fields.WorkingGroup,
            Batch = fields.Batch,
            TargetAudience = fields.TargetAudience,
            TargetJobFamilies = fields.TargetJobFamilies ?? [],
            Competencies = fields.Competencies ?? [],
            ProgrammeJp = fields.ProgrammeJp,
            ProgrammeJpReason = fields.ProgrammeJpReason,
            Country = fields.Country,
            City = fields.City,
            Venue = fields.Venue,
            OnlineLink = fields.OnlineLink,
            Colour = fields.Colour,
            BudgetSource = fields.BudgetSource,
            BudgetCeiling = fields.BudgetCeiling,
            Notes = fields.Notes,
            AllowsSelfApplication = fields.AllowsSelfApplication,
            ApplicationsUntil = fields.ApplicationsUntil,
            AllowsPublicRegistration = fields.AllowsPublicRegistration,
        };
}
