using FsCheck;
using FsCheck.Fluent;
using Pionir.Domain.LearningHours;

namespace Pionir.Domain.Tests.LearningHours;

public sealed class JpCalculatorTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Theory]
    [InlineData(44, 0)]
    [InlineData(45, 1)]
    [InlineData(89, 1)]
    [InlineData(450, 10)]
    public void Minutes_AreDividedBy45_AndRoundedDown(int minutes, int jp) =>
        JpCalculator.Calculate(JpRule.Minutes, Of((Day, minutes))).Jp.ShouldBe(jp);

    [Fact]
    public void Minutes_OfAllSessions_AreAddedBeforeDividing() =>
        JpCalculator.Calculate(JpRule.Minutes, Of((Day, 40), (Day.AddDays(1), 50))).Jp.ShouldBe(2);

    [Fact]
    public void DailyCap_LimitsEachDay_AndSaysSo()
    {
        var rule = new JpRule("e-learning", JpBasis.ByMinutes, CapPerDay: 3);

        var counted = JpCalculator.Calculate(rule, Of((Day, 360), (Day.AddDays(1), 90)));

        counted.Jp.ShouldBe(5);
        counted.Minutes.ShouldBe(450);
        counted.Steps.ShouldContain(new JpStep(JpStepKind.CapPerDay, 3, 8, 3, Day));
    }

    [Fact]
    public void Meetings_OverTheMonthsCap_CountForNothing()
    {
        var rule = new JpRule("coaching", JpBasis.PerMeeting, Jp: 2, MeetingsPerMonth: 2);

        var counted = JpCalculator.Calculate(
            rule,
            Of((Day, 60), (Day.AddDays(7), 60), (Day.AddDays(14), 60), (Day.AddMonths(1), 60))
        );

        counted.Jp.ShouldBe(6);
    }

    [Fact]
    public void Meetings_AreCappedMonthByMonth_AlsoOverTheTurnOfTheMonth()
    {
        var rule = new JpRule("mentoring", JpBasis.PerMeeting, Jp: 2, MeetingsPerMonth: 1);

        var counted = JpCalculator.Calculate(
            rule,
            Of((new(2026, 3, 30), 60), (new(2026, 3, 31), 60), (new(2026, 4, 1), 60))
        );

        counted.Jp.ShouldBe(4);
        counted.Steps.ShouldContain(new JpStep(JpStepKind.CapPerMonth, 2, 2, 1, new(2026, 3, 1)));
        counted.Steps.ShouldNotContain(step =>
            step.Kind == JpStepKind.CapPerMonth && step.On == new DateOnly(2026, 4, 1)
        );
    }

    [Fact]
    public void DailyCap_CountsSessionsOfOneDayTogether_AndWhatADayLeavesOverIsLost()
    {
        var rule = new JpRule("belajar-mandiri", JpBasis.ByMinutes, CapPerDay: 2);

        JpCalculator.Calculate(rule, Of((Day, 40), (Day, 50))).Jp.ShouldBe(2);
        JpCalculator.Calculate(rule, Of((Day, 40), (Day.AddDays(1), 50))).Jp.ShouldBe(1);
    }

    [Fact]
    public void Programme_SetsTheJp_WhateverTheFormIsCountedBy_ThenNoRuleHadAPart()
    {
        var rule = new JpRule("v1", JpBasis.ByMinutes, CapPerDay: 1, InternationalPercent: 20);

        var counted = JpCalculator.Calculate(
            rule,
            Of((Day, 450)) with
            {
                ProgrammeJp = 12,
                International = true,
                ProgrammeNote = "Kurikulum",
            }
        );

        (counted.Jp, counted.RuleVersion).ShouldBe((12, JpCalculation.WithoutRule));
        counted.Steps.ShouldBe([new JpStep(JpStepKind.Programme, 12, Note: "Kurikulum")]);
    }

    [Theory]
    [InlineData(JpBasis.ByMinutes, 10)]
    [InlineData(JpBasis.ByProgramme, 10)]
    [InlineData(JpBasis.PerActivity, 5)]
    [InlineData(JpBasis.PerMeeting, 10)]
    public void EachBasis_CountsItsOwnWay(JpBasis basis, int jp) =>
        JpCalculator.Calculate(new JpRule("v1", basis, Jp: 5), Of((Day, 225), (Day.AddDays(1), 225))).Jp.ShouldBe(jp);

    [Theory]
    [InlineData(4, 4)]
    [InlineData(5, 6)]
    [InlineData(9, 10)]
    public void International_IsAddedLast_AndRoundedDown(int jp, int abroad) =>
        JpCalculator
            .Calculate(
                new JpRule("v1", JpBasis.ByMinutes, InternationalPercent: 20),
                Of((Day, jp * 45)) with
                {
                    International = true,
                }
            )
            .Jp.ShouldBe(abroad);

    [Fact]
    public void Abroad_TheOtherAmountOrFactorApplies()
    {
        var fixedJp = new JpRule("magang", JpBasis.PerActivity, Jp: 20, InternationalJp: 24);
        var factor = new JpRule("jarak-jauh", JpBasis.ByProgramme, InternationalPercent: 20);

        JpCalculator.Calculate(fixedJp, Of((Day, 60)) with { International = true }).Jp.ShouldBe(24);
        JpCalculator.Calculate(factor, Of((Day, 60)) with { International = true, ProgrammeJp = 32 }).Jp.ShouldBe(38);
    }

    [Fact]
    public void Calculation_SurvivesBeingWrittenDown()
    {
        var counted = JpCalculator.Calculate(JpRule.Minutes, Of((Day, 450)));

        JpCalculation.StepsFrom(counted.ToJson()).ShouldBe(counted.Steps);
    }

    [Fact]
    public void JpByMinutes_NeverExceedsTheMinutes_AndGrowsWithThem() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<PositiveInt[]>(),
                minutes =>
                {
                    var meetings = minutes.Select((length, at) => (Day.AddDays(at), length.Get)).ToArray();
                    var whole = JpCalculator.Calculate(JpRule.Minutes, Of(meetings)).Jp;
                    var without = JpCalculator.Calculate(JpRule.Minutes, Of([.. meetings.Skip(1)])).Jp;
                    return whole * 45 <= meetings.Sum(meeting => meeting.Item2)
                        && (whole + 1) * 45 > meetings.Sum(meeting => meeting.Item2)
                        && without <= whole;
                }
            )
            .QuickCheckThrowOnFailure();

    private static JpActivity Of(params (DateOnly On, int Minutes)[] meetings) =>
        new([.. meetings.Select(meeting => new JpMeeting(meeting.On, meeting.Minutes))]);
}
