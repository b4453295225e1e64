using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Units;

namespace Pionir.Domain.Tests.Organization;

public sealed class UnitTests
{
    private static readonly DateTimeOffset Now = new(2026, 8, 7, 3, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Founded = new(2020, 1, 1);

    [Fact]
    public void Take_SameRecord_ChangesNothing()
    {
        var unit = Bureau("Biro Umum");

        unit.Take(Record("Biro Umum"), new DateOnly(2026, 8, 7), Now).ShouldBeFalse();
        unit.Periods.Count.ShouldBe(1);
    }

    [Fact]
    public void Take_NewName_KeepsTheOldOneForItsTime()
    {
        var unit = Bureau("Biro Umum");

        unit.Take(Record("Biro Umum dan Rumah Tangga"), new DateOnly(2026, 8, 7), Now).ShouldBeTrue();

        unit.Periods.Select(period => (period.Name, period.ValidTo))
            .ShouldBe([("Biro Umum", new DateOnly(2026, 8, 6)), ("Biro Umum dan Rumah Tangga", null)]);
    }

    [Fact]
    public void Take_TwiceOnOneDay_KeepsTheLastWord()
    {
        var unit = Bureau("Biro Umum");
        unit.Take(Record("Biro Umun"), new DateOnly(2026, 8, 7), Now);

        unit.Take(Record("Biro Umum II"), new DateOnly(2026, 8, 7), Now);

        unit.Periods.Select(period => period.Name).ShouldBe(["Biro Umum", "Biro Umum II"]);
    }

    [Fact]
    public void DissolvedUnit_EndsItsPeriod()
    {
        var unit = Bureau("Biro Umum");

        unit.Take(Record("Biro Umum") with { ActiveTo = new DateOnly(2026, 12, 31) }, new DateOnly(2026, 8, 7), Now);

        unit.Periods.Single().ValidTo.ShouldBe(new DateOnly(2026, 12, 31));
        unit.IsActiveOn(new DateOnly(2027, 1, 1)).ShouldBeFalse();
    }

    [Fact]
    public void DissolutionMovedToAnotherDay_MovesTheEndOfThePeriod()
    {
        var unit = Bureau("Biro Umum");
        unit.Take(Record("Biro Umum") with { ActiveTo = new DateOnly(2026, 12, 31) }, new DateOnly(2026, 8, 7), Now);

        unit.Take(Record("Biro Umum") with { ActiveTo = new DateOnly(2026, 10, 31) }, new DateOnly(2026, 8, 8), Now);

        unit.Periods.Single().ValidTo.ShouldBe(new DateOnly(2026, 10, 31));
    }

    [Fact]
    public void DissolutionTakenBack_OnTheSameDay_LeavesOneOpenPeriod()
    {
        var unit = Bureau("Biro Umum");
        var day = new DateOnly(2026, 8, 7);
        unit.Take(Record("Biro Umum") with { ActiveTo = day }, day, Now);

        unit.Take(Record("Biro Umum"), day, Now);

        unit.Periods.Select(period => (period.ValidFrom, period.ValidTo)).ShouldBe([(Founded, null)]);
    }

    [Fact]
    public void UnitThatReturnsLater_BeginsANewPeriod_AndKeepsTheOldOne()
    {
        var unit = Bureau("Biro Umum");
        var dissolved = new DateOnly(2026, 3, 31);
        var back = new DateOnly(2026, 8, 7);
        unit.Take(Record("Biro Umum") with { ActiveTo = dissolved }, new DateOnly(2026, 3, 1), Now);

        unit.Take(Record("Biro Umum"), back, Now);

        unit.Periods.Select(period => (period.ValidFrom, period.ValidTo))
            .ShouldBe([(Founded, dissolved), (back, null)]);
    }

    private static Unit Bureau(string name) => Unit.Create(UnitId.New(), Record(name), Founded, Now);

    private static UnitRecord Record(string name) => new("ROUM", name, "echelon2", null);
}
