using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.LearningHours.Rules;
using Pionir.Application.Organization;
using Pionir.Application.Organization.Queries;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization.ReferenceData;

namespace Pionir.Application.LearningHours.Queries;

/// <summary>The rules of one form one after another, with every wording each ever had.</summary>
/// <param name="Code">Code of the form.</param>
[SignedIn]
public sealed record GetJpRule(string Code) : IQuery<JpRuleDetail>;

/// <param name="Current">The rule that holds today.</param>
/// <param name="Use">Uses of that rule.</param>
/// <param name="Versions">Newest first; empty where the form counts by minutes without a rule of its own.</param>
/// <param name="Edition">Grows with every change. Also the ETag.</param>
public sealed record JpRuleDetail(
    string Code,
    LocalText Name,
    string Cluster,
    JpRuleView Current,
    JpRuleUse Use,
    IReadOnlyList<JpRuleVersionView> Versions,
    DateOnly Today,
    int Edition,
    bool CanChange
);

/// <param name="Wordings">What it said after each change, newest first.</param>
public sealed record JpRuleVersionView(
    JpRuleView Rule,
    ReferenceItemState State,
    JpRuleUse Use,
    IReadOnlyList<JpRuleWording> Wordings
);

public sealed record JpRuleWording(
    int Number,
    JpRuleTerms Values,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string? Citation,
    bool Confirmed,
    DateTimeOffset ChangedAt,
    string ChangedByName,
    string? Reason
);

internal sealed class GetJpRuleHandler(
    IDatabase database,
    ICurrentUser user,
    IReferenceData reference,
    IInstitutionClock clock,
    JpRuleUses uses
) : IRequestHandler<GetJpRule, Result<JpRuleDetail>>
{
    public async Task<Result<JpRuleDetail>> Handle(GetJpRule request, CancellationToken cancellationToken)
    {
        var today = await clock.TodayAsync(cancellationToken);
        var book = await reference.ReadAsync(cancellationToken);
        var form =
            book.FormOf(request.Code, today)
            ?? book.All(ReferenceKind.DevelopmentForms)
                .Where(entry => entry.Code == request.Code)
                .Select(DevelopmentForm.From)
                .LastOrDefault();
        if (form is null)
            return JpRuleErrors.FormNotFound();
        var items = await database
            .Set<ReferenceItem>()
            .AsNoTracking()
            .Include(item => item.Revisions)
            .Where(item => item.Kind == ReferenceKind.JpRules && item.Code == form.Code)
            .OrderByDescending(item => item.ValidFrom)
            .ToListAsync(cancellationToken);
        var rules = items.ConvertAll(ReferenceEntry.From);
        var current = rules.Find(rule => rule.HoldsOn(today));
        var asked = rules.Select(rule => (form.Code, (ReferenceEntry?)rule)).ToList();
        if (current is null)
            asked.Add((form.Code, null));
        var used = await uses.ReadAsync(asked, cancellationToken);
        return new JpRuleDetail(
            form.Code,
            form.Name,
            form.Cluster,
            JpRuleView.Of(current),
            used[JpRuleUses.Key((form.Code, current))],
            [
                .. items.Zip(
                    rules,
                    (item, rule) =>
                        new JpRuleVersionView(
                            JpRuleView.Of(rule),
                            ReferenceItemView.StateOf(item, today),
                            used[JpRuleUses.Key((form.Code, rule))],
                            [.. item.Revisions.OrderByDescending(revision => revision.Number).Select(Wording)]
                        )
                ),
            ],
            today,
            items.Sum(item => item.Revision),
            user.Has(Permission.ReferenceDataManage)
        );
    }

    private static JpRuleWording Wording(ReferenceRevision revision) =>
        new(
            revision.Number,
            JpRuleTerms.Of(revision.Values),
            revision.ValidFrom,
            revision.ValidTo,
            revision.Citation,
            revision.Confirmed,
            revision.ChangedAt,
            revision.ChangedByName,
            revision.Reason
        );
}
