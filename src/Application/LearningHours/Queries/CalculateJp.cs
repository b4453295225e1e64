using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.LearningHours.Rules;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization.ReferenceData;

namespace Pionir.Application.LearningHours.Queries;

/// <summary>What an activity would give, step by step. Nothing is kept.</summary>
/// <param name="Form">Code of the form of development.</param>
/// <param name="On">Last day of the activity; decides which rule counts. Null is the last meeting's day, else today.</param>
/// <param name="Meetings">Sessions or meetings.</param>
/// <param name="ProgrammeJp">What the curriculum says, where it says it.</param>
/// <param name="International">Held abroad.</param>
[SignedIn]
public sealed record CalculateJp(
    string Form,
    DateOnly? On,
    IReadOnlyList<JpMeeting>? Meetings,
    int? ProgrammeJp,
    bool International
) : IQuery<JpCalculationView>;

/// <param name="Steps">The whole sum, in order.</param>
/// <param name="Limits">Those of the steps in which a cap took something away.</param>
/// <param name="Rule">The rule it was counted by; null where the programme sets the JP without one.</param>
public sealed record JpCalculationView(
    int Jp,
    int Minutes,
    string RuleVersion,
    JpRuleView? Rule,
    IReadOnlyList<JpStep> Steps,
    IReadOnlyList<JpStep> Limits
);

internal sealed class CalculateJpValidator : AbstractValidator<CalculateJp>
{
    private const int MostMeetings = 500;
    private const int MinutesOfADay = 24 * 60;
    private const int MostJp = 2_000;

    public CalculateJpValidator()
    {
        RuleFor(query => query.Form).NotEmpty().MaximumLength(ReferenceItem.CodeMaximum);
        RuleFor(query => query.Meetings).Must(meetings => meetings is not { Count: > MostMeetings });
        RuleForEach(query => query.Meetings)
            .NotNull()
            .ChildRules(meeting => meeting.RuleFor(one => one.Minutes).InclusiveBetween(0, MinutesOfADay));
        RuleFor(query => query.ProgrammeJp).InclusiveBetween(1, MostJp);
    }
}

internal sealed class CalculateJpHandler(IReferenceData reference, IInstitutionClock clock)
    : IRequestHandler<CalculateJp, Result<JpCalculationView>>
{
    public async Task<Result<JpCalculationView>> Handle(CalculateJp request, CancellationToken cancellationToken)
    {
        var book = await reference.ReadAsync(cancellationToken);
        if (!book.Has(ReferenceKind.DevelopmentForms, request.Form))
            return JpRuleErrors.FormNotFound();
        var meetings = request.Meetings ?? [];
        var on =
            request.On
            ?? (meetings.Count > 0 ? meetings.Max(meeting => meeting.On) : await clock.TodayAsync(cancellationToken));
        var entry = book.Find(ReferenceKind.JpRules, request.Form, on);
        var counted = JpCalculator.Calculate(
            book.RuleOf(request.Form, on),
            new JpActivity(meetings, request.ProgrammeJp, request.International)
        );
        return new JpCalculationView(
            counted.Jp,
            counted.Minutes,
            counted.RuleVersion,
            counted.RuleVersion == JpCalculation.WithoutRule ? null : JpRuleView.Of(entry),
            counted.Steps,
            [.. counted.Steps.Where(step => step.Kind is JpStepKind.CapPerDay or JpStepKind.CapPerMonth)]
        );
    }
}
