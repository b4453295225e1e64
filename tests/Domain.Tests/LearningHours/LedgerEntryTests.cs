using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Tests.LearningHours;

public sealed class LedgerEntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Reversal_MirrorsDayYearAndAmount()
    {
        var entry = Entry(12);

        var reversal = entry.Reverse("Salah mencatat peserta", Guid.NewGuid(), Now.AddDays(400)).Value;

        reversal.Jp.ShouldBe(-12);
        reversal.Minutes.ShouldBe(-540);
        reversal.OccurredOn.ShouldBe(entry.OccurredOn);
        reversal.Year.ShouldBe(2026);
        reversal.Reverses.ShouldBe(entry.Id);
    }

    [Fact]
    public void Reversal_OfAReversal_IsRefused()
    {
        var reversal = Entry(12).Reverse("Salah mencatat peserta", Guid.NewGuid(), Now).Value;

        reversal.Reverse("Ternyata benar juga", Guid.NewGuid(), Now).Error.Code.ShouldBe("ledger.reversal_is_final");
    }

    [Fact]
    public void Reversal_WithoutAReason_IsRefused() =>
        Entry(12).Reverse("  salah ", Guid.NewGuid(), Now).Error.Code.ShouldBe("ledger.reason_too_short");

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(LedgerEntry.JpMaximum + 1)]
    public void Amount_OutOfReason_IsRefused(int jp) => Post(jp).Error.Code.ShouldBe("ledger.jp_out_of_range");

    [Fact]
    public void Reversal_IsMadeFromItsEntry_NeverPostedByItself() =>
        Post(12, LedgerEntryKind.Reversal).Error.Code.ShouldBe("ledger.reversal_needs_entry");

    [Theory]
    [InlineData(0)]
    [InlineData(LedgerSource.KeyMaximum + 1)]
    public void Source_ThatCouldNotBeFoundAgain_IsRefused(int length) =>
        Post(12, source: new LedgerSource(new string('x', length), Guid.NewGuid()))
            .Error.Code.ShouldBe("ledger.source_invalid");

    [Theory]
    [InlineData(12, 8, false, 12)]
    [InlineData(20, 0, true, 20)]
    [InlineData(31, 0, true, 31)]
    public void Minimum_IsADuty(int earned, int shortfall, bool met, int counted)
    {
        var achieved = new YearTarget(20, null, "PP 11/2017").Measure(earned);

        (achieved.Shortfall, achieved.Met, achieved.Counted).ShouldBe((shortfall, met, counted));
    }

    [Theory]
    [InlineData(0, 24, 0, 0)]
    [InlineData(24, 0, 0, 24)]
    [InlineData(30, 0, 6, 24)]
    public void Maximum_IsALimit_AndNobodyOwesIt(int earned, int room, int excess, int counted)
    {
        var achieved = new YearTarget(null, 24, "PP 49/2018").Measure(earned);

        (achieved.Room, achieved.Excess, achieved.Counted).ShouldBe((room, excess, counted));
        achieved.Met.ShouldBeTrue();
        achieved.Shortfall.ShouldBe(0);
    }

    private static LedgerEntry Entry(int jp) => Post(jp).Value;

    private static Common.Result<LedgerEntry> Post(
        int jp,
        LedgerEntryKind kind = LedgerEntryKind.Training,
        LedgerSource? source = null
    ) =>
        LedgerEntry.Post(
            EmployeeId.New(),
            kind,
            source ?? LedgerSource.Training(Guid.NewGuid(), Guid.NewGuid(), 1),
            new LedgerContent("Pelatihan", new DateOnly(2026, 2, 20)),
            JpCalculation.ByProgramme(jp, jp * 45),
            Guid.NewGuid(),
            Now
        );
}
