using Pionir.Domain.Trainings;
using static Pionir.Domain.Tests.Trainings.TrainingScene;

namespace Pionir.Domain.Tests.Trainings;

public sealed class TrainingSessionTests
{
    private const string Refusal = "attendance.session_marked";

    [Fact]
    public void Jp_IsTheSumOfMinutesBy45RoundedDown_NotTheSumOfRoundedSessions()
    {
        var training = New();
        training.AddSession(Session(First) with { End = new TimeOnly(9, 0) });
        training.AddSession(Session(First.AddDays(1)) with { End = new TimeOnly(9, 15) });

        training.ScheduledMinutes.ShouldBe(135);
        training.DerivedJp.ShouldBe(3);
    }

    [Fact]
    public void Add_OutsideTheTrainingsDates_IsRefused() =>
        New().AddSession(Session(Last.AddDays(1))).ShouldBeRefused("session.outside_training");

    [Fact]
    public void Add_EndBeforeStart_IsRefused() =>
        New().AddSession(Session(First, 10, 8)).ShouldBeRefused("session.end_before_start");

    [Fact]
    public void Add_Overlapping_NamesTheOther()
    {
        var training = New();
        training.AddSession(Session(First, 8, 10));

        var refused = training.AddSession(Session(First, 9, 11));

        refused.ShouldBeRefused("session.overlaps");
        refused.Error.Arguments["subject"].ShouldBe("Pembukaan");
    }

    [Fact]
    public void Add_RightAfterAnother_IsNoOverlap()
    {
        var training = New();
        training.AddSession(Session(First, 8, 10));

        training.AddSession(Session(First, 10, 12)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void Add_WithoutSubjectAndOutside_NamesBoth() =>
        New()
            .AddSession(Session(Last.AddDays(9)) with { Subject = "" })
            .Errors.Select(error => error.Code)
            .ShouldBe(["session.subject_missing", "session.outside_training"]);

    [Fact]
    public void Add_WithTooManyInstructors_OrOneWithoutAName_IsRefused()
    {
        var crowd = Enumerable
            .Range(0, Domain.Trainings.Session.InstructorsMaximum + 1)
            .Select(at => new InstructorPlan(null, $"Dr. {at}", null));

        New()
            .AddSession(Session(First) with { Instructors = [.. crowd] })
            .ShouldBeRefused("session.too_many_instructors");
        New()
            .AddSession(Session(First) with { Instructors = [new(null, " ", null)] })
            .ShouldBeRefused("session.instructor_name_missing");
    }

    [Fact]
    public void Add_BeyondTheMost_IsRefused()
    {
        var training = New(Plan with { End = First.AddDays(200), Start = First });
        for (var at = 0; at < Training.SessionsMaximum; at++)
            training.AddSession(Session(First.AddDays(at / 4), 8 + (at % 4), 9 + (at % 4))).IsSuccess.ShouldBeTrue();

        training.AddSession(Session(First.AddDays(200))).ShouldBeRefused("session.too_many");
    }

    [Fact]
    public void Update_IntoItsOwnPlace_IsNoOverlap()
    {
        var training = New();
        var session = training.AddSession(Session(First, 8, 10)).Value;

        training.UpdateSession(session.Id, Session(First, 9, 11)).IsSuccess.ShouldBeTrue();

        training.ScheduledMinutes.ShouldBe(120);
    }

    [Fact]
    public void Update_KeepsInstructorsThatStay()
    {
        var training = New();
        var kept = new InstructorPlan(null, "Dr. Sari", "UI");
        var session = training.AddSession(Session(First) with { Instructors = [kept] }).Value;
        var before = session.Instructors[0].Id;

        training.UpdateSession(session.Id, Session(First) with { Instructors = [kept, new(null, "Budi", null)] });

        session.Instructors.Select(instructor => instructor.Name).ShouldBe(["Dr. Sari", "Budi"]);
        session.Instructors[0].Id.ShouldBe(before);
    }

    [Fact]
    public void Update_WhereSomebodyWasPresent_IsNotHeldLaterThanTheMark()
    {
        var training = New();
        var session = training.AddSession(Session(First, 8, 10)).Value;
        var marked = session.StartsAt.AddMinutes(30);

        training.UpdateSession(session.Id, Session(First.AddDays(1), 8, 10), marked).ShouldBeRefused(Refusal);
        training.UpdateSession(session.Id, Session(First, 9, 10), marked).ShouldBeRefused(Refusal);

        foreach (var plan in new[] { Session(First, 8, 11) with { Room = "Aula" }, Session(First, 7, 10) })
            training.UpdateSession(session.Id, plan, marked).IsSuccess.ShouldBeTrue();
        training.UpdateSession(session.Id, Session(Last, 8, 10)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void Remove_TakesItsMinutesAway()
    {
        var training = New();
        var session = training.AddSession(Session(First)).Value;

        training.RemoveSession(session.Id).IsSuccess.ShouldBeTrue();

        training.ScheduledMinutes.ShouldBe(0);
        training.RemoveSession(session.Id).ShouldBeRefused("session.not_found");
    }

    [Fact]
    public void Add_WhileTheHeadReads_IsRefused() =>
        InState(TrainingState.Submitted).AddSession(Session(First)).ShouldBeRefused("training.not_editable");
}
