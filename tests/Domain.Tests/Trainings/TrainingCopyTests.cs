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
        var original = New(Plan with { BudgetCeiling = 100, BudgetRealisation = 90 });
        original.AddSession(Session(First) with { Instructors = [new(null, "Dr. Sari", "UI")] });

        var copy = original.Copy(First.AddDays(7), null, "II", withSessions: true, "X", Head, Now).Value;

        copy.State.ShouldBe(TrainingState.Draft);
        copy.CopiedFrom.ShouldBe(original.Id);
        copy.BudgetRealisation.ShouldBeNull();
        copy.DerivedJp.ShouldBe(2);
        copy.Sessions[0].Date.ShouldBe(First.AddDays(7));
        copy.Sessions[0].Instructors[0].Name.ShouldBe("Dr. Sari");
    }
}
