using FluentValidation;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

internal sealed class TrainingFieldsValidator : AbstractValidator<TrainingFields>
{
    private const decimal RupiahMaximum = 9_999_999_999_999_999m;

    public TrainingFieldsValidator()
    {
        RuleFor(fields => fields.Title).NotEmpty().MaximumLength(Training.TitleMaximum);
        RuleFor(fields => fields.Year).InclusiveBetween(Training.YearMinimum, Training.YearMaximum);
        RuleFor(fields => fields.Form).NotEmpty().MaximumLength(Training.CodeMaximum);
        RuleFor(fields => fields.Cluster).IsInEnum();
        RuleFor(fields => fields.Scheme).IsInEnum();
        RuleFor(fields => fields.Colour).IsInEnum();
        RuleFor(fields => fields.TimeZone).MaximumLength(Training.CodeMaximum);
        RuleFor(fields => fields.WorkingGroup).MaximumLength(Training.CodeMaximum);
        RuleFor(fields => fields.Batch).MaximumLength(Training.CodeMaximum);
        RuleFor(fields => fields.Organiser).MaximumLength(Training.ShortTextMaximum);
        RuleFor(fields => fields.Partner).MaximumLength(Training.ShortTextMaximum);
        RuleFor(fields => fields.Country).MaximumLength(Training.ShortTextMaximum);
        RuleFor(fields => fields.City).MaximumLength(Training.ShortTextMaximum);
        RuleFor(fields => fields.Venue).MaximumLength(Training.ShortTextMaximum);
        RuleFor(fields => fields.BudgetSource).MaximumLength(Training.ShortTextMaximum);
        RuleFor(fields => fields.TargetAudience).MaximumLength(Training.LongTextMaximum);
        RuleFor(fields => fields.ProgrammeJpReason).MaximumLength(Training.LongTextMaximum);
        RuleFor(fields => fields.Notes).MaximumLength(Training.LongTextMaximum);
        RuleFor(fields => fields.OnlineLink).MaximumLength(Training.LinkMaximum);
        RuleFor(fields => fields.OnlineLink).Must(WebAddress.IsOne).WithErrorCode("field.web_address");
        RuleFor(fields => fields.BudgetCeiling).InclusiveBetween(0, RupiahMaximum);
        RuleForEach(fields => fields.TargetJobFamilies).NotEmpty().MaximumLength(Training.CodeMaximum);
        RuleForEach(fields => fields.Competencies)
            .NotNull()
            .ChildRules(target => target.RuleFor(one => one.Level).InclusiveBetween(1, 10));
    }
}

/// <summary>Links are opened by people and written into calendars: only the web, never a script, and of one line.</summary>
internal static class WebAddress
{
    public static bool IsOne(string? link) =>
        string.IsNullOrWhiteSpace(link)
        || (
            !link.Trim().Any(char.IsControl)
            && Uri.TryCreate(link.Trim(), UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        );
}

internal static class PlanFieldsRule
{
    /// <summary>The fields stand at the top of the body, so their errors name the field without a prefix.</summary>
    public static void PlanFields<T>(this IRuleBuilderInitial<T, TrainingFields> rule) =>
        rule.NotNull().SetValidator(new TrainingFieldsValidator()).OverridePropertyName("");
}
