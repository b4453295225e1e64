using Pionir.Domain.Common;
using Pionir.Domain.LearningHours;

namespace Pionir.Domain.Tests.LearningHours;

public sealed class YearClosingTests
{
    private static readonly DateOnly Today = new(2026, 1, 20);
    private static readonly DateTimeOffset Now = new(2026, 1, 20, 2, 0, 0, TimeSpan.Zero);
    private static readonly Actor Head = new(Guid.NewGuid(), "Kepala");

    [Fact]
    public void Year_ThatIsNotOver_CannotBeClosed()
    {
        YearClosing.Close(2026, Today, "Laporan sudah dikirim", Head, Now).Error.Code.ShouldBe("jp_year.not_over");
        YearClosing.Close(2025, Today, "Laporan sudah dikirim", Head, Now).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void Reopening_NeedsAReason_AndHappensOnce()
    {
        var closing = YearClosing.Close(2025, Today, "Laporan sudah dikirim", Head, Now).Value;

        closing.Reopen("  ya  ", Head, Now).Error.Code.ShouldBe("jp_year.reason_too_short");
        closing.Reopen("Sertifikat terlambat datang", Head, Now).IsSuccess.ShouldBeTrue();
        closing.Reopen("Sertifikat terlambat datang", Head, Now).Error.Code.ShouldBe("jp_year.not_closed");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public void OpeningBalance_IsPlausibleWithinAYear(int jp, bool plausible) =>
        OpeningBalance.IsPlausible(jp).ShouldBe(plausible);

    [Fact]
    public void OpeningBalance_WithoutADay_StandsAtTheEndOfItsYear() =>
        OpeningBalance.DayOf(2024, null).ShouldBe(new DateOnly(2024, 12, 31));
}
