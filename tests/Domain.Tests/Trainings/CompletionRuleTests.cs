using Pionir.Domain.Trainings;

namespace Pionir.Domain.Tests.Trainings;

public sealed class CompletionRuleTests
{
    [Theory]
    [InlineData(800, true)]
    [InlineData(799, false)]
    public void Attendance_IsComparedWithoutRounding(int minutes, bool passed) =>
        new CompletionRule(80, null, false, false)
            .Calculate(new CompletionFacts(1000, minutes, null, false, false))
            .Passed.ShouldBe(passed);

    [Fact]
    public void WithoutSessions_AttendanceIsNotMeasured_AndNothingElseEither()
    {
        var calculation = new CompletionRule(80, null, false, true).Calculate(
            new CompletionFacts(0, 0, null, false, true)
        );

        calculation.Passed.ShouldBeTrue();
        calculation.Criteria[0].Actual.ShouldBeNull();
        calculation.PassedUnmeasured.ShouldBeTrue();
    }

    [Fact]
    public void WithoutSessions_AScoreOrMeetings_AreAMeasure()
    {
        new CompletionRule(80, 70, false, false)
            .Calculate(new CompletionFacts(0, 0, 71, false, false))
            .PassedUnmeasured.ShouldBeFalse();
        new CompletionRule(80, null, false, false)
            .Calculate(new CompletionFacts(0, 0, null, false, false, new CoachingFacts(2, 2)))
            .PassedUnmeasured.ShouldBeFalse();
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(3, false)]
    public void Coaching_PassesWithAsManyMeetingsHeldAsAgreed(int held, bool passed) =>
        new CompletionRule(80, null, false, false)
            .Calculate(new CompletionFacts(100, 100, null, false, false, new CoachingFacts(4, held)))
            .Passed.ShouldBe(passed);

    [Fact]
    public void MissingScore_DoesNotPass() =>
        new CompletionRule(0, 70, false, false)
            .Calculate(new CompletionFacts(100, 100, null, false, false))
            .Passed.ShouldBeFalse();

    [Fact]
    public void Calculation_NamesEveryCriterion()
    {
        var calculation = new CompletionRule(80, 70, true, true).Calculate(
            new CompletionFacts(1000, 900, 65.5m, true, false)
        );

        calculation.Passed.ShouldBeFalse();
        calculation
            .Criteria.Select(criterion => (criterion.Kind, criterion.Actual, criterion.Met))
            .ShouldBe([
                (CompletionCriterionKind.Attendance, 90m, true),
                (CompletionCriterionKind.PostTest, 65.5m, false),
                (CompletionCriterionKind.ExternalCertificate, 1m, true),
                (CompletionCriterionKind.Evaluation, 0m, false),
            ]);
    }
}
