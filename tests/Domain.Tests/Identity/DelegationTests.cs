using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Domain.Tests.Identity;

public sealed class DelegationTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly AccountId Head = AccountId.New();

    [Fact]
    public void IsInForce_OnBothItsFirstAndItsLastDay_AndNotBeside()
    {
        var delegation = Given(Today, Today.AddDays(2)).Value;

        delegation.IsInForce(Today.AddDays(-1)).ShouldBeFalse();
        delegation.IsInForce(Today).ShouldBeTrue();
        delegation.IsInForce(Today.AddDays(2)).ShouldBeTrue();
        delegation.IsInForce(Today.AddDays(3)).ShouldBeFalse();
    }

    [Fact]
    public void End_TakesTheOfficeBackAtOnce()
    {
        var delegation = Given(Today, Today.AddDays(9)).Value;

        delegation.End("Kepala kembali lebih awal", Today, Now).IsSuccess.ShouldBeTrue();
        delegation.IsInForce(Today).ShouldBeFalse();
        delegation.End("lagi", Today, Now).Error.Code.ShouldBe("delegation.already_ended");
    }

    [Fact]
    public void Create_ToOneself_IsRefused() =>
        Given(Today, Today, to: Head).Error.Code.ShouldBe("delegation.to_oneself");

    [Fact]
    public void Create_InThePast_IsRefused() =>
        Given(Today.AddDays(-9), Today.AddDays(-1)).Error.Code.ShouldBe("delegation.in_the_past");

    [Fact]
    public void Create_ForYears_IsRefused() =>
        Given(Today, Today.AddYears(2)).Error.Code.ShouldBe("delegation.too_long");

    private static Result<Delegation> Given(DateOnly start, DateOnly end, AccountId? to = null) =>
        Delegation.Create(
            to ?? AccountId.New(),
            ActingKind.Plh,
            DateRange.Create(start, end).Value,
            "SPRIN/12/III/2026",
            Head,
            Today,
            Now
        );
}
