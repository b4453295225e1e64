using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.LearningHours.Rules;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.ReferenceData;

namespace Pionir.Application.LearningHours.Queries;

/// <summary>How each form of development turns into JP on a day, and how much rests on it.</summary>
/// <param name="On">Null is today.</param>
[SignedIn]
public sealed record ListJpRules(DateOnly? On) : IQuery<JpRuleList>;

public sealed record JpRuleList(DateOnly On, IReadOnlyList<JpRuleRow> Rules, bool CanChange);

/// <param name="Code">Code of the form.</param>
/// <param name="Next">First day of the next rule, where one is planned.</param>
public sealed record JpRuleRow(
    string Code,
    LocalText Name,
    string Cluster,
    JpRuleView Rule,
    JpRuleUse Use,
    DateOnly? Next
);

internal sealed class ListJpRulesHandler(
    ICurrentUser user,
    IReferenceData reference,
    IInstitutionClock clock,
    JpRuleUses uses
) : IRequestHandler<ListJpRules, Result<JpRuleList>>
{
    public async Task<Result<JpRuleList>> Handle(ListJpRules request, CancellationToken cancellationToken)
    {
        var on = request.On ?? await clock.TodayAsync(cancellationToken);
        var book = await reference.ReadAsync(cancellationToken);
        var forms = book.DevelopmentForms(on);
        var rules = forms
            .Select(form => (Form: form.Code, Rule: book.Find(ReferenceKind.JpRules, form.Code, on)))
            .ToList();
        var used = await uses.ReadAsync(rules, cancellationToken);
        var coming = book.All(ReferenceKind.JpRules)
            .Where(entry => entry.ValidFrom > on)
            .ToLookup(entry => entry.Code, entry => entry.ValidFrom);
        return new JpRuleList(
            on,
            [
                .. forms.Zip(
                    rules,
                    (form, rule) =>
                        new JpRuleRow(
                            form.Code,
                            form.Name,
                            form.Cluster,
                            JpRuleView.Of(rule.Rule),
                            used[JpRuleUses.Key(rule)],
                            coming[form.Code].Any() ? coming[form.Code].Min() : null
                        )
                ),
            ],
            user.Has(Permission.ReferenceDataManage)
        );
    }
}
