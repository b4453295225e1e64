using Pionir.Domain.Trainings;
using static Pionir.Domain.Tests.Trainings.TrainingScene;

namespace Pionir.Domain.Tests.Trainings;

public sealed class TrainingCopyTests
{
    [Theory]
    [InlineData("2026-03-09", 2027, "2027-03-08")]
    [InlineData("2026-01-01", 2027, "2027-01-07")]
    [InlineData("2026-12-31", 2027, "2027-12-30")]
    [InlineData("2024-02-29", 2025, "2025-02-27")]
    public void SameTimeIn_KeepsTheWeekdayAndTheYear(string start, int year, string expected)
    {
        var day = DateOnly.Parse(start, null);
        var training = New(Plan with { Year = day.Year, Start = day, End = day });

        var found = training.SameTimeIn(year);

        found.ShouldBe(DateOnly.Parse(expected, null));
        found.DayOfWeek.ShouldBe(day.DayOfWeek);
    }

    [Fact]
    public void Copy_IsADraftThatKnowsItsOrigin_WithoutRealisedBudget()
    {
        var original = New(Plan with { BudgetCeiling = 100 });
        original.AddSession(Session(First) with { Instructors = [new(null, "Dr. Sari", "UI")] });

        var copy = original.Copy(First.AddDays(7), null, "II", withSessions: true, "X", Head, Now).Value;

        copy.State.ShouldBe(TrainingState.Draft);
        copy.CopiedFrom.ShouldBe(original.Id);
        copy.BudgetRealisation.ShouldBeNull();
        copy.DerivedJp.ShouldBe(2);
        copy.Sessions[0].Date.ShouldBe(First.AddDays(7));
        copy.Sessions[0].Instructors[0].Name.ShouldBe("Dr. Sari");
    }

    [Fact]
    public void Copy_KeepsWhatOneMustDoToPass()
    {
        var original = New();
        original.SetCompletionRule(90, 75, evaluationRequired: true);

        var copy = CopyTo(original, First.AddDays(7));

        copy.CompletionRule.ShouldBe(original.CompletionRule);
        copy.CompletionRule.MinimumPostTestScore.ShouldBe(75);
    }

    /// <summary>Begins in one year and counts for the next: it does so in the copy, whatever the weekday.</summary>
    [Theory]
    [InlineData("2025-12-29", "2026-01-09")]
    [InlineData("2025-12-27", "2026-01-01")]
    [InlineData("2025-12-31", "2026-01-02")]
    public void OverNewYear_IsCopiedIntoTheYearItCountsFor(string start, string end)
    {
        var original = OverNewYear(start, end);

        var copy = CopyTo(original, original.SameTimeIn(2027));

        copy.Year.ShouldBe(2027);
        copy.End.Year.ShouldBe(2027);
        (copy.Start.DayNumber - original.Start.DayNumber).ShouldBeInRange(357, 371);
        copy.Start.DayOfWeek.ShouldBe(original.Start.DayOfWeek);
    }

    [Fact]
    public void OverNewYear_CopiedIntoTheMiddleOfAYear_CountsForThatYear() =>
        CopyTo(OverNewYear("2025-12-29", "2026-01-09"), First).Year.ShouldBe(2026);

    private static Training OverNewYear(string start, string end) =>
        New(Plan with { Year = 2026, Start = DateOnly.Parse(start, null), End = DateOnly.Parse(end, null) });

    private static Training CopyTo(Training original, DateOnly start) =>
        original.Copy(start, null, null, withSessions: true, "X", Head, Now).Value;
}
