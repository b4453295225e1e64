using Pionir.Domain.Trainings;
using static Pionir.Domain.Tests.Trainings.TrainingScene;

namespace Pionir.Domain.Tests.Trainings;

public sealed class TrainingPlanTests
{
    public static TheoryData<TrainingPlan, string> Wrong =>
        new()
        {
            { Plan with { Title = "  " }, "training.title_missing" },
            { Plan with { Title = "\u202E" }, "training.title_missing" },
            { Plan with { End = First.AddDays(-1) }, "date_range.end_before_start" },
            { Plan with { Year = 2027 }, "training.year_outside_dates" },
            { Plan with { ApplicationsUntil = Plan.End.AddDays(1) }, "training.applications_after_end" },
            { Plan with { Quota = 0 }, "training.quota_out_of_range" },
            { Plan with { ReservePlaces = -1 }, "training.reserve_out_of_range" },
            { Plan with { ProgrammeJp = 0, ProgrammeJpReason = "x" }, "training.programme_jp_out_of_range" },
            { Plan with { ProgrammeJp = 40 }, "training.programme_jp_needs_reason" },
            { Plan with { TimeZone = "Mars/Olympus" }, "training.time_zone_unknown" },
            { Plan with { Competencies = Twice() }, "training.competency_twice" },
            { Plan with { Country = "Jepang" }, "training.country_unknown" },
            { Plan with { Country = "ZZ" }, "training.country_unknown" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Create_WithAWrongPlan_NamesWhatIsWrong(TrainingPlan plan, string code) =>
        Training.Create(plan, "X", default, Officer, Now).ShouldBeRefused(code);

    [Fact]
    public void Title_DoesNotTurnAroundTheSentencesItIsShownIn() =>
        New(Plan with { Title = " Pelayanan \u202EPrima\u2066 😀 \u05D0\u200F " })
            .Title.ShouldBe("Pelayanan Prima 😀 \u05D0\u200F");

    [Fact]
    public void Title_KeepsMarksOfDirectionThatAreClosedAgain() =>
        New(Plan with { Title = "A \u202Eabc\u202C \u2067x\u2069" }).Title.ShouldBe("A \u202Eabc\u202C \u2067x\u2069");

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("id", false)]
    [InlineData("JP", true)]
    [InlineData("XX", true)]
    public void Country_IsChosen_AndSaysWhatIsAbroad(string? country, bool abroad) =>
        New(Plan with { Country = country }).IsAbroad.ShouldBe(abroad);

    [Fact]
    public void Jp_AreCountedAgain_WithPlanAndTimetable()
    {
        var training = New(Plan with { ProgrammeJp = 40, ProgrammeJpReason = "Kurikulum LAN" });
        training.Events.OfType<HoursChanged>().ShouldNotBeEmpty();
        training.ClearEvents();

        training.AddSession(Session(First, 8, 11));

        training.Events.ShouldBe([new HoursChanged(training.Id)]);
        training.DerivedJp.ShouldBe(4);
    }

    [Theory]
    [InlineData(TrainingState.Submitted)]
    [InlineData(TrainingState.Cancelled)]
    public void Update_WhileOthersDecideOrAfterTheEnd_IsRefused(TrainingState state) =>
        InState(state).Update(Plan).ShouldBeRefused("training.not_editable");

    [Fact]
    public void Update_AfterApproval_ArrangesButDoesNotChangeWhatWasApproved()
    {
        var training = InState(TrainingState.Open);

        training.Update(Plan with { Venue = "Aula", Quota = 50 }).IsSuccess.ShouldBeTrue();
        var refused = training.Update(Plan with { Title = "Lain", Scheme = DeliveryScheme.Contracted });

        refused.Errors.Select(error => error.Field).ShouldBe(["title", "scheme"]);
        refused.ShouldBeRefused("training.field_locked");
    }

    [Fact]
    public void Update_AfterApproval_DoesNotChangeHoursAndCompetencies()
    {
        var training = InState(TrainingState.Running);

        var refused = training.Update(
            Plan with
            {
                ProgrammeJp = 2000,
                ProgrammeJpReason = "Keputusan panitia",
                Competencies = [new CompetencyTarget(Guid.CreateVersion7(), 3)],
            }
        );

        refused.Errors.Select(error => error.Field).ShouldBe(["programmeJp", "competencies"]);
    }

    [Fact]
    public void Update_ThatLeavesSessionsOutside_IsRefused()
    {
        var training = New();
        training.AddSession(Session(Last));

        training.Update(Plan with { End = Last.AddDays(-1) }).ShouldBeRefused("training.sessions_outside_dates");
    }

    [Fact]
    public void Update_OfDates_TellsWhoDependsOnThem()
    {
        var training = InState(TrainingState.Open);

        training.Update(Plan with { End = Last.AddDays(2) });

        training.Events.OfType<TrainingRescheduled>().ShouldHaveSingleItem().Before.Dates.End.ShouldBe(Last);
    }

    [Fact]
    public void Update_OfTheZone_MovesInstantsAndKeepsLocalTimes()
    {
        var training = New();
        var session = training.AddSession(Session(First)).Value;

        training.Update(Plan with { TimeZone = "Asia/Jayapura" });

        session.Start.ShouldBe(new TimeOnly(8, 0));
        session.StartsAt.ShouldBe(new DateTimeOffset(2026, 3, 8, 23, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("{centre}-{year}-{seq:0000}", "PPK-2026-0007")]
    [InlineData("{seq}/{kind}/{roman-month}/{year}", "7/DT/III/2026")]
    [InlineData("{group}.{unit}.{month}.{seq:00}", "TEK.U1.03.07")]
    public void ActivityCode_FollowsThePattern(string pattern, string expected)
    {
        var key = ActivityCode.CounterKey(pattern, new ActivityCodeFields(2026, 3, "U1", "PPK", "DT", "TEK")).Value;

        ActivityCode.Number(key, 7).ShouldBe(expected);
    }

    [Fact]
    public void ActivityCode_WithoutSequence_IsRefused() =>
        ActivityCode
            .CounterKey("{centre}-{year}", new ActivityCodeFields(2026, 3, "", "", "", ""))
            .ShouldBeRefused("training.code_pattern_without_sequence");

    private static CompetencyTarget[] Twice()
    {
        var competency = Guid.CreateVersion7();
        return [new CompetencyTarget(competency, 2), new CompetencyTarget(competency, 3)];
    }
}
