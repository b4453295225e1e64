using Pionir.Domain.LearningHours;

namespace Pionir.Domain.Tests.LearningHours;

public sealed class YearForecastTests
{
    private static readonly YearTarget Pns = new(20, null, "PP 11/2017");
    private static readonly YearTarget Pppk = new(null, 24, "PP 49/2018");

    [Fact]
    public void OnlyConfirmedPlaces_AreCounted()
    {
        var forecast = YearForecast.Of(
            Pns,
            6,
            [new(8, PlannedStanding.Confirmed), new(30, PlannedStanding.Reserve), new(30, PlannedStanding.Awaiting)]
        );

        forecast.Achieved.Counted.ShouldBe(6);
        forecast.Expected.ShouldBe(8);
        forecast.Reached.Counted.ShouldBe(14);
        forecast.Reached.Shortfall.ShouldBe(6);
    }

    [Fact]
    public void OverTheMaximum_CountsNoMoreThanIt()
    {
        var forecast = YearForecast.Of(Pppk, 20, [new(10, PlannedStanding.Confirmed)]);

        forecast.Expected.ShouldBe(10);
        forecast.Reached.Counted.ShouldBe(24);
        forecast.Reached.Met.ShouldBeTrue();
    }

    [Fact]
    public void WhatClosesAlone_ComesFirst_TheSoonestBeforeTheLonger_ThenWhatBringsMost()
    {
        var forecast = YearForecast.Of(Pns, 8, []);
        var open = new[]
        {
            (Name: "small", Jp: 4, Start: new DateOnly(2026, 4, 1)),
            (Name: "long", Jp: 40, Start: new DateOnly(2026, 9, 1)),
            (Name: "fits", Jp: 12, Start: new DateOnly(2026, 6, 1)),
            (Name: "half", Jp: 9, Start: new DateOnly(2026, 11, 1)),
            (Name: "nothing", Jp: 0, Start: new DateOnly(2026, 3, 1)),
        };

        forecast.Close(open, one => (one.Jp, one.Start)).Select(one => one.Name).ShouldBe(["fits", "long", "half"]);
    }

    [Fact]
    public void WhoOwesNothing_IsShownNothing() =>
        YearForecast.Of(Pns, 20, []).Close([(Jp: 8, Start: default(DateOnly))], one => one).ShouldBeEmpty();
}
