using Pionir.Domain.Common;
using Pionir.Domain.Trainings;
using static Pionir.Domain.Tests.Trainings.TrainingScene;

namespace Pionir.Domain.Tests.Trainings;

/// <summary>What a training does or asks for by the calendar: completing by itself, and the report of what was spent.</summary>
public sealed class TrainingDeadlineTests
{
    private const int ReportDays = 30;

    [Fact]
    public void Running_CompletesSomeDaysAfterItsLastDay() =>
        InState(TrainingState.Running).CompletesOn(3).ShouldBe(Last.AddDays(3));

    /// <summary>In WIB a day of March begins at 17.00 UTC of the day before.</summary>
    [Theory]
    [InlineData("2026-03-01T02:00Z", 7, "2026-03-08T02:00Z")]
    [InlineData("2026-03-06T02:00Z", 7, "2026-03-08T17:00Z")]
    [InlineData("2026-03-08T10:00Z", 7, "2026-03-09T10:00Z")]
    [InlineData("2026-03-10T02:00Z", 7, "2026-03-11T02:00Z")]
    [InlineData("2026-03-13T02:00Z", 7, "2026-03-13T17:00Z")]
    [InlineData("2026-03-08T10:00Z", 1, "2026-03-09T10:00Z")]
    public void AnswersAreAwaited_UntilItBegins_ButAtLeastADay_AndNeverPastTheEnd(string now, int days, string until) =>
        New().AnswerBy(Instant(now), TimeSpan.FromDays(days), least: TimeSpan.FromDays(1)).ShouldBe(Instant(until));

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void OurOwnWithoutSessions_NeverCompletesByItself_BecauseNothingTellsWhoTookPart()
    {
        WithoutSessions(DeliveryScheme.SelfManaged).CompletesOn(3).ShouldBeNull();
        WithoutSessions(DeliveryScheme.SentOut).CompletesOn(3).ShouldBe(Last.AddDays(3));
    }

    [Fact]
    public void WithoutSessions_IsOverWhenItsLastDayIs()
    {
        var training = WithoutSessions(DeliveryScheme.SentOut);

        Complete(training, At(Last)).ShouldBeRefused("completion.training_not_over");
        Complete(training, At(Last.AddDays(1))).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void WithSessions_IsOverOnItsLastDay_WithTheLastSession()
    {
        var training = InState(TrainingState.Running);

        Complete(training, At(Last.AddDays(-1))).ShouldBeRefused("completion.training_not_over");
        Complete(training, At(Last)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void WhatItGave_StandsUntilItIsOpenedAgain()
    {
        var training = InState(TrainingState.Running);
        training.Awarded.ShouldBeNull();
        Complete(training, At(Last));
        training.Awarded.ShouldBe(Hours);

        training.Reopen("Nilai keliru dicatat", Officer, Now.AddDays(20));

        training.Awarded.ShouldBeNull();
    }

    [Fact]
    public void OpenedAgain_NeverCompletesByItself()
    {
        var training = InState(TrainingState.Running);
        Complete(training, At(Last)).IsSuccess.ShouldBeTrue();
        training.CompletesOn(3).ShouldBeNull();
        training.Reopen("Nilai keliru dicatat", Officer, Now.AddDays(12)).IsSuccess.ShouldBeTrue();

        training.CompletesOn(3).ShouldBeNull();
    }

    [Fact]
    public void WhatOneMustDoToPass_DoesNotChange_WhileTheHeadReadsThePlan()
    {
        InState(TrainingState.Submitted).SetCompletionRule(50, null, false).ShouldBeRefused("training.not_editable");
        InState(TrainingState.Running).SetCompletionRule(50, null, false).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void Places_AreOfferedUntilTheLastDay()
    {
        var training = InState(TrainingState.Running);
        training.OffersPlaces(At(Last)).ShouldBeTrue();
        training.OffersPlaces(At(Last.AddDays(1))).ShouldBeFalse();
    }

    [Fact]
    public void Officer_IsAskedOnce()
    {
        var training = InState(TrainingState.Running);
        training.AskForCompletion(Now).ShouldBeTrue();
        training.AskForCompletion(Now.AddDays(1)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(TrainingState.Draft)]
    [InlineData(TrainingState.Open)]
    public void Spending_BeforeTheTrainingRuns_CannotBeReported(TrainingState state) =>
        Budgeted(state).ReportBudget(1, null, Now).ShouldBeRefused("training.budget_not_reportable");

    [Fact]
    public void Spending_MayBeReported_LongAfterClosing()
    {
        var training = Budgeted(TrainingState.Running);
        Complete(training, At(Last)).IsSuccess.ShouldBeTrue();
        training.Close(DocumentRequirements.None, Officer, Now.AddDays(12)).IsSuccess.ShouldBeTrue();

        training.ReportBudget(90, null, Now.AddDays(200)).IsSuccess.ShouldBeTrue();

        training.BudgetRealisation.ShouldBe(90);
        training.BudgetReportedAt.ShouldBe(Now.AddDays(200));
    }

    [Fact]
    public void Spending_OverTheCeiling_NeedsAnExplanation()
    {
        var training = Budgeted(TrainingState.Running);

        training.ReportBudget(101, " ", Now).ShouldBeRefused("training.realisation_over_ceiling");
        training.ReportBudget(-1, null, Now).ShouldBeRefused("training.realisation_negative");
        training.ReportBudget(101, "Sewa ruang naik", Now).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void Reminder_ComesAWeekBeforeTheDeadline_AndWeeklyUntilReported()
    {
        var training = Budgeted(TrainingState.Running);
        var due = Last.AddDays(ReportDays);
        training.BudgetDue(ReportDays).ShouldBe(due);

        training.RemindOfBudget(ReportDays, At(due.AddDays(-8))).ShouldBeFalse();
        training.RemindOfBudget(ReportDays, At(due.AddDays(-7))).ShouldBeTrue();
        training.RemindOfBudget(ReportDays, At(due.AddDays(-1))).ShouldBeFalse();
        training.RemindOfBudget(ReportDays, At(due)).ShouldBeTrue();
        training.ReportBudget(100, null, At(due)).IsSuccess.ShouldBeTrue();
        training.RemindOfBudget(ReportDays, At(due.AddDays(30))).ShouldBeFalse();
    }

    private static readonly AwardedHours Hours = new(2, 120, "programme", "[]");

    private static Result Complete(Training training, DateTimeOffset now) =>
        training.Complete(DocumentRequirements.None, Hours, Officer, now);

    private static Training WithoutSessions(DeliveryScheme scheme)
    {
        var training = New(Plan with { Scheme = scheme, ProgrammeJp = 8, ProgrammeJpReason = "Kurikulum" });
        training.Gives(8);
        training.Submit(DocumentRequirements.None, Officer, Now);
        training.Approve(Head, Now);
        training.Open(DocumentRequirements.None, Officer, Now);
        training.Run(DocumentRequirements.None, First, Officer, Now);
        return training;
    }

    private static DateTimeOffset At(DateOnly day) => new(day, new TimeOnly(1, 0), TimeSpan.Zero);

    private static Training Budgeted(TrainingState state)
    {
        var training = InState(state);
        training.Update(Plan with { BudgetCeiling = 100 });
        if (training.BudgetCeiling is null)
            typeof(Training).GetProperty(nameof(Training.BudgetCeiling))!.SetValue(training, 100m);
        return training;
    }
}
