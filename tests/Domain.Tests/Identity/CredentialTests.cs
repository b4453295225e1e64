using Pionir.Domain.Identity;

namespace Pionir.Domain.Tests.Identity;

public sealed class CredentialTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Key = new byte[TimeBasedCode.KeyBytes];

    [Fact]
    public void Failed_FiveTimes_LocksForAQuarterOfAnHour()
    {
        var credential = Credential.For(AccountId.New());

        var locked = Enumerable.Range(0, 5).Select(_ => credential.Failed(Now)).ToArray();

        locked.ShouldBe([false, false, false, false, true]);
        credential.IsLocked(Now.AddMinutes(14)).ShouldBeTrue();
        credential.IsLocked(Now.AddMinutes(15)).ShouldBeFalse();
    }

    [Fact]
    public void Succeeded_ForgetsTheFailedTries()
    {
        var credential = Credential.For(AccountId.New());
        for (var i = 0; i < 4; i++)
        {
            credential.Failed(Now);
        }
        credential.Succeeded(Now);

        credential.Failed(Now).ShouldBeFalse();
    }

    [Fact]
    public void ConfirmTwoFactor_WithAWrongCode_LeavesItOff()
    {
        var credential = Credential.For(AccountId.New());
        credential.BeginTwoFactor([1]);

        credential.ConfirmTwoFactor(Key, "000000", Now).Error.Code.ShouldBe("two_factor.wrong_code");
        credential.HasTwoFactor.ShouldBeFalse();
    }

    [Fact]
    public void VerifyCode_TakesEachRecoveryCodeOnce_HoweverItIsTyped()
    {
        var credential = Credential.For(AccountId.New());
        credential.BeginTwoFactor([1]);
        var codes = credential.ConfirmTwoFactor(Key, TimeBasedCode.At(Key, Now), Now).Value;

        codes.Count.ShouldBe(Credential.RecoveryCodes);
        var typed = $" {codes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)}";
        credential.VerifyCode(Key, typed, Now).ShouldBeTrue();
        credential.VerifyCode(Key, codes[3], Now).ShouldBeFalse();
    }

    [Fact]
    public void VerifyCode_RightAfterEnrolment_DoesNotTakeTheSameCodeAgain()
    {
        var credential = Credential.For(AccountId.New());
        credential.BeginTwoFactor([1]);
        var code = TimeBasedCode.At(Key, Now);
        credential.ConfirmTwoFactor(Key, code, Now);

        credential.VerifyCode(Key, code, Now).ShouldBeFalse();
    }
}
