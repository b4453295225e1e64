using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

internal static class PlanFields
{
    /// <param name="inside">Budget and notes are for those who plan and watch.</param>
    public static TrainingFields Of(Training training, bool inside) =>
        new()
        {
            Title = training.Title,
            Year = training.Year,
            Form = training.Form,
            Cluster = training.Cluster,
            Scheme = training.Scheme,
            Start = training.Start,
            End = training.End,
            Quota = training.Quota,
            ReservePlaces = training.ReservePlaces,
            TimeZone = training.TimeZone,
            Organiser = training.Organiser,
            Partner = training.Partner,
            WorkingGroup = training.WorkingGroup,
            Batch = training.Batch,
            TargetAudience = training.TargetAudience,
            TargetJobFamilies = training.TargetJobFamilies,
            Competencies =
            [
                .. training.Competencies.Select(target => new CompetencyTarget(target.CompetencyId, target.Level)),
            ],
            ProgrammeJp = training.ProgrammeJp,
            ProgrammeJpReason = training.ProgrammeJpReason,
            Country = training.Country,
            City = training.City,
            Venue = training.Venue,
            OnlineLink = training.OnlineLink,
            Colour = training.Colour,
            BudgetSource = inside ? training.BudgetSource : null,
            BudgetCeiling = inside ? training.BudgetCeiling : null,
            Notes = inside ? training.Notes : null,
            AllowsSelfApplication = training.AllowsSelfApplication,
            ApplicationsUntil = training.ApplicationsUntil,
            AllowsPublicRegistration = training.AllowsPublicRegistration,
        };
}
