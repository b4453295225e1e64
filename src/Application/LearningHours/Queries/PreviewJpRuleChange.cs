using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.LearningHours.Rules;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization.ReferenceData;

namespace Pionir.Application.LearningHours.Queries;

/// <summary>What another rule for a form would do: to which trainings, to how many people, and to which JP. A dry run.</summary>
/// <param name="Code">Code of the form.</param>
[Requires(Permission.ReferenceDataManage)]
public sealed record PreviewJpRuleChange(string Code, JpRuleDraft Draft, PageRequest Page) : IQuery<JpRulePreview>;

/// <param name="Before">The rule that holds on the first day of the new one; it ends on the day before.</param>
/// <param name="ValidTo">Last day of the new rule, where another one is planned already.</param>
/// <param name="Corrects">It begins on the same day as the rule that holds, which is corrected instead.</param>
/// <param name="Kept">Entries that stand in the ledger for these days; they keep their rule and their JP.</param>
/// <param name="Obstacle">Why it could not be published.</param>
/// <param name="Earliest">First day on which it could begin, where it reaches back before something posted.</param>
/// <param name="Checked">Trainings of the form, planned or under way, that end on these days.</param>
/// <param name="People">Different employees who have a place in the trainings below.</param>
/// <param name="JpBefore">Sum of the JP they would get by the rules as they stand.</param>
/// <param name="Trainings">Those among the checked that would give other JP.</param>
/// <param name="Fingerprint">To be sent when publishing; it stops being right when what is shown here does.</param>
/// <param name="Edition">To be sent as If-Match when publishing.</param>
public sealed record JpRulePreview(
    string Code,
    LocalText Name,
    JpRuleView Before,
    JpRuleDraft After,
    DateOnly? ValidTo,
    bool Corrects,
    PostedJp Kept,
    JpRuleObstacle? Obstacle,
    DateOnly? Earliest,
    int Checked,
    int People,
    long JpBefore,
    long JpAfter,
    Page<JpRuleTraining> Trainings,
    string Fingerprint,
    int Edition
);

internal sealed class JpRuleDraftValidator : AbstractValidator<JpRuleDraft>
{
    public JpRuleDraftValidator()
    {
        RuleFor(draft => draft.Values).NotNull().ChildRules(values => values.RuleFor(one => one.Basis).IsInEnum());
        RuleFor(draft => draft.Citation).MaximumLength(ReferenceItem.CitationMaximum);
    }
}

internal sealed class PreviewJpRuleChangeValidator : AbstractValidator<PreviewJpRuleChange>
{
    public PreviewJpRuleChangeValidator() => RuleFor(query => query.Draft).SetValidator(new JpRuleDraftValidator());
}

internal sealed class PreviewJpRuleChangeHandler(IDatabase database, JpRuleForecasts forecasts)
    : IRequestHandler<PreviewJpRuleChange, Result<JpRulePreview>>
{
    public async Task<Result<JpRulePreview>> Handle(PreviewJpRuleChange request, CancellationToken cancellationToken)
    {
        var foreseen = await forecasts.ForeseeAsync(request.Code, request.Draft, cancellationToken);
        if (!foreseen.IsSuccess)
            return Result<JpRulePreview>.Failure(foreseen.Errors);
        var (forecast, change) = (foreseen.Value, foreseen.Value.Change);
        var people = await forecasts.PeopleAsync(forecast.Trainings, cancellationToken);
        var trainings = forecast
            .Trainings.Select(training => training with { People = people.GetValueOrDefault(training.Id) })
            .ToList();
        var standing = forecast.Course.On(change.From);
        return new JpRulePreview(
            request.Code,
            forecast.FormName,
            JpRuleView.Of(standing is null ? null : ReferenceEntry.From(standing)),
            request.Draft,
            change.To,
            standing?.ValidFrom == change.From,
            forecast.Posted,
            change.Obstacle(forecast.Posted),
            forecast.Posted.Latest?.AddDays(1),
            forecast.Checked,
            await DifferentAsync(trainings, cancellationToken),
            trainings.Sum(training => (long)training.People * training.Before),
            trainings.Sum(training => (long)training.People * training.After),
            new Page<JpRuleTraining>(
                [.. trainings.Skip(request.Page.Skip).Take(request.Page.Size)],
                trainings.Count,
                request.Page.Number,
                request.Page.Size
            ),
            forecast.Fingerprint,
            forecast.Course.Edition
        );
    }

    /// <summary>Somebody may sit in two of them.</summary>
    private async Task<int> DifferentAsync(List<JpRuleTraining> trainings, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. trainings.Where(training => training.People > 0).Select(training => training.Id)];
        return ids.Length < 2
            ? trainings.Sum(training => training.People)
            : await database
                .Database.SqlQuery<int>(
                    $"""
                    SELECT count(*)::int AS "Value" FROM (
                        SELECT DISTINCT employee_id FROM participants
                        WHERE training_id = ANY ({ids}) AND employee_id IS NOT NULL
                          AND state = ANY ({JpRuleForecast.Seated})) people
                    """
                )
                .SingleAsync(cancellationToken);
    }
}
