using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Domain.Tests.Trainings;

public sealed class AttendanceTests
{
    private static readonly DateTimeOffset Start = new(2026, 8, 3, 1, 0, 0, TimeSpan.Zero);
    private static readonly SessionTime Session = new(
        SessionId.New(),
        new(2026, 8, 3),
        new(8, 0),
        Start,
        Start.AddMinutes(90)
    );
    private static readonly Guid Officer = Guid.NewGuid();

    private static Result<AttendanceMark> Mark(
        Participant participant,
        AttendanceStatus status,
        int? minutes = null,
        DateTimeOffset? now = null
    ) =>
        AttendanceMark.Take(
            AttendanceMarkId.New(),
            participant,
            Session,
            status,
            minutes,
            AttendanceSource.Officer,
            now ?? Start,
            Officer,
            now ?? Start
        );

    [Fact]
    public void Mark_BeforeTheSessionStarts_IsRefused() =>
        Mark(ParticipantTests.Confirmed(), AttendanceStatus.Full, now: Start.AddSeconds(-1))
            .Error.Code.ShouldBe("attendance.before_start");

    [Fact]
    public void Mark_OfSomebodyNotConfirmed_IsRefused() =>
        Mark(ParticipantTests.Nominated(), AttendanceStatus.Full).Error.Code.ShouldBe("attendance.not_confirmed");

    [Fact]
    public void Mark_PartlyLongerThanTheSession_IsRefused() =>
        Mark(ParticipantTests.Confirmed(), AttendanceStatus.Partly, 91)
            .Error.Code.ShouldBe("attendance.minutes_out_of_range");

    [Fact]
    public void Mark_FromABrowserWithAWrongClock_IsNotTakenInTheFuture() =>
        AttendanceMark
            .Take(
                AttendanceMarkId.New(),
                ParticipantTests.Confirmed(),
                Session,
                AttendanceStatus.Full,
                null,
                AttendanceSource.Officer,
                Start.AddDays(1),
                Officer,
                Start
            )
            .Value.TakenAt.ShouldBe(Start);

    [Theory]
    [InlineData(AttendanceStatus.Full, null, 90)]
    [InlineData(AttendanceStatus.Partly, 30, 30)]
    [InlineData(AttendanceStatus.Partly, null, 45)]
    [InlineData(AttendanceStatus.Absent, null, 0)]
    [InlineData(AttendanceStatus.Excused, null, 0)]
    public void Mark_CountsItsMinutes(AttendanceStatus status, int? minutes, int counted) =>
        Mark(ParticipantTests.Confirmed(), status, minutes).Value.CountedMinutes(90).ShouldBe(counted);

    [Fact]
    public void Mark_NeverCountsMore_ThanASessionThatWasShortenedSince() =>
        Mark(ParticipantTests.Confirmed(), AttendanceStatus.Partly, 80).Value.CountedMinutes(60).ShouldBe(60);

    [Fact]
    public void Correction_WithoutReason_IsRefused()
    {
        var participant = ParticipantTests.Confirmed();
        var earlier = Mark(participant, AttendanceStatus.Absent).Value;
        Mark(participant, AttendanceStatus.Full)
            .Value.Correct(earlier, " ")
            .Error.Code.ShouldBe("attendance.correction_needs_reason");
        earlier.SupersededAt.ShouldBeNull();
    }

    [Fact]
    public void Correction_KeepsTheEarlierMark()
    {
        var participant = ParticipantTests.Confirmed();
        var earlier = Mark(participant, AttendanceStatus.Absent).Value;
        var later = Mark(participant, AttendanceStatus.Full, now: Start.AddHours(1)).Value;

        later.Correct(earlier, "Datang terlambat, salah catat").IsSuccess.ShouldBeTrue();

        earlier.SupersededAt.ShouldBe(Start.AddHours(1));
        earlier.Status.ShouldBe(AttendanceStatus.Absent);
    }

    [Fact]
    public void Code_IsGoodInItsHalfMinuteAndTheNext()
    {
        var window = CheckInWindow.Open(TrainingId.New(), Session, 15, Officer, Start).Value;
        var code = window.CodeAt(Start);

        window.Check(code, Start.AddSeconds(29)).IsSuccess.ShouldBeTrue();
        window.Check(code.ToLowerInvariant() + " ", Start.AddSeconds(59)).IsSuccess.ShouldBeTrue();
        window.Check(code, Start.AddSeconds(60)).Error.Code.ShouldBe("check_in.wrong_code");
    }

    [Fact]
    public void Code_AfterTheWindowClosed_IsRefused()
    {
        var window = CheckInWindow.Open(TrainingId.New(), Session, 15, Officer, Start).Value;
        var late = Start.AddMinutes(15);
        window.Check(window.CodeAt(late), late).Error.Code.ShouldBe("check_in.closed");
    }

    [Fact]
    public void Window_BeforeTheSessionStarts_IsRefused() =>
        CheckInWindow
            .Open(TrainingId.New(), Session, 15, Officer, Start.AddMinutes(-5))
            .Error.Code.ShouldBe("attendance.before_start");
}
