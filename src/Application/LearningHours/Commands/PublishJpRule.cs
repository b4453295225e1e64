using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.LearningHours.Queries;
using Pionir.Application.LearningHours.Rules;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization.ReferenceData;

namespace Pionir.Application.LearningHours.Commands;

/// <summary>
/// Puts a rule into force from a day on, as it was looked at before; the rule until then ends on the day before. What
/// was posted keeps its rule.
/// </summary>
/// <param name="Code">Code of the form.</param>
/// <param name="Fingerprint">Of the preview.</param>
[Requires(Permission.ReferenceDataManage)]
public sealed record PublishJpRule(
    string Code,
    JpRuleDraft Draft,
    string Reason,
    string Fingerprint,
    uint? ExpectedVersion
) : ICommand<JpRulePublished>, IVersioned, IReasoned;

/// <param name="Id">The rule that now holds on these days.</param>
/// <param name="Edition">Of all rules of the form; for the next change.</param>
public sealed record JpRulePublished(Guid Id, string Version, int Edition);

internal sealed class PublishJpRuleValidator : AbstractValidator<PublishJpRule>
{
    private const int FingerprintLength = 64;

    public PublishJpRuleValidator()
    {
        RuleFor(request => request.Draft).SetValidator(new JpRuleDraftValidator());
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(Author.ReasonMaximum);
        RuleFor(request => request.Fingerprint).NotEmpty().MaximumLength(FingerprintLength);
    }
}

internal sealed class PublishJpRuleHandler(
    IDatabase database,
    ICurrentUser user,
    TimeProvider time,
    JpRuleForecasts forecasts,
    IReferenceDataChanges changes
) : IRequestHandler<PublishJpRule, Result<JpRulePublished>>
{
    public async Task<Result<JpRulePublished>> Handle(PublishJpRule request, CancellationToken cancellationToken)
    {
        // The second of two officers waits here, and then sees what the first has done.
        await database.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock(hashtextextended({request.Code}, 170))",
            cancellationToken
        );
        await forecasts.HoldAsync(request.Code, cancellationToken);
        var foreseen = await forecasts.ForeseeAsync(request.Code, request.Draft, cancellationToken);
        if (!foreseen.IsSuccess)
            return Result<JpRulePublished>.Failure(foreseen.Errors);
        var forecast = foreseen.Value;
        if (Versions.Check((uint)forecast.Course.Edition, request.ExpectedVersion) is { } stale)
            return stale;
        if (forecast.Change.Check(forecast.Posted) is { } obstacle)
            return obstacle;
        if (forecast.Fingerprint != request.Fingerprint)
            return JpRuleErrors.PreviewOutdated();
        var author = new Author(user.UserId, user.DisplayName, time.GetUtcNow(), request.Reason.Trim());
        var changed = forecast.Course.ChangeFrom(forecast.Content, author);
        if (!changed.IsSuccess)
            return Result<JpRulePublished>.Failure(changed.Errors);
        if (database.Set<ReferenceItem>().Entry(changed.Value).State == EntityState.Detached)
            database.Set<ReferenceItem>().Add(changed.Value);
        await forecasts.ApplyAsync(forecast, cancellationToken);
        database.AfterCommit(changes);
        return new JpRulePublished(
            changed.Value.Id.Value,
            new JpRuleVersion(changed.Value.Id.Value, changed.Value.Revision).ToString(),
            forecast.Course.Edition
        );
    }
}
