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

    private static Unit Bureau(string name) => Unit.Create(UnitId.New(), Record(name), Founded, Now);

    private static UnitRecord Record(string name) => new("ROUM", name, "echelon2", null);
}
