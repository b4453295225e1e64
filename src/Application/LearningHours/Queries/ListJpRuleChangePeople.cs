using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.LearningHours.Rules;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.LearningHours.Queries;

/// <summary>The people whom a change of a rule would give other JP, training by training.</summary>
/// <param name="Code">Code of the form.</param>
[Requires(Permission.ReferenceDataManage)]
public sealed record ListJpRuleChangePeople(string Code, JpRuleDraft Draft, PageRequest Page)
    : IQuery<Page<JpRulePerson>>;

/// <summary>A place in a training; who has two of them is shown twice.</summary>
public sealed record JpRulePerson(
    Guid EmployeeId,
    string Name,
    string? IdentityNumber,
    string Unit,
    Guid TrainingId,
    string Training,
    DateOnly End,
    int Before,
    int After
);

internal sealed class ListJpRuleChangePeopleValidator : AbstractValidator<ListJpRuleChangePeople>
{
    public ListJpRuleChangePeopleValidator() => RuleFor(query => query.Draft).SetValidator(new JpRuleDraftValidator());
}

internal sealed class ListJpRuleChangePeopleHandler(JpRuleForecasts forecasts, JpRulePeople people)
    : IRequestHandler<ListJpRuleChangePeople, Result<Page<JpRulePerson>>>
{
    public async Task<Result<Page<JpRulePerson>>> Handle(
        ListJpRuleChangePeople request,
        CancellationToken cancellationToken
    )
    {
        var foreseen = await forecasts.ForeseeAsync(request.Code, request.Draft, cancellationToken);
        if (!foreseen.IsSuccess)
            return Result<Page<JpRulePerson>>.Failure(foreseen.Errors);
        var counts = await forecasts.PeopleAsync(foreseen.Value.Trainings, cancellationToken);
        var page = request.Page;
        // Of the trainings in order only those are read whose people the page shows: its cost is that of the page.
        var (shown, before, skip) = (new List<JpRuleTraining>(), 0, 0);
        foreach (var training in foreseen.Value.Trainings)
        {
            var count = counts.GetValueOrDefault(training.Id);
            if (before < page.Skip + page.Size && before + count > page.Skip)
            {
                if (shown.Count == 0)
                    skip = page.Skip - before;
                shown.Add(training);
            }
            before += count;
        }
        var rows = await people.Of(shown).Skip(skip).Take(page.Size).ToListAsync(cancellationToken);
        return new Page<JpRulePerson>(rows, before, page.Number, page.Size);
    }
}
