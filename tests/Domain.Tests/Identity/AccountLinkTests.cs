using Pionir.Domain.Identity;

namespace Pionir.Domain.Tests.Identity;

public sealed class AccountLinkTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Use_Works_OnlyOnce()
    {
        var (link, _) = AccountLink.Create(AccountId.New(), AccountLinkPurpose.Invitation, TimeSpan.FromDays(7), Now);

        link.Use(Now.AddDays(1)).IsSuccess.ShouldBeTrue();
        link.Use(Now.AddDays(1)).Error.Code.ShouldBe("account_link.used");
    }

    [Fact]
    public void Use_AfterItsLife_IsRefused()
    {
        var (link, _) = AccountLink.Create(
            AccountId.New(),
            AccountLinkPurpose.PasswordReset,
            AccountLink.PasswordResetLife,
            Now
        );

        link.Use(Now + AccountLink.PasswordResetLife).Error.Code.ShouldBe("account_link.expired");
    }

    [Fact]
    public void Use_OfALinkThatANewerOneReplaced_IsRefused()
    {
        var (link, _) = AccountLink.Create(AccountId.New(), AccountLinkPurpose.Invitation, TimeSpan.FromDays(7), Now);
        link.Replace(Now);

        link.Use(Now).Error.Code.ShouldBe("account_link.replaced");
    }

    [Fact]
    public void Create_KeepsOnlyTheHashOfTheToken()
    {
        var (link, token) = AccountLink.Create(
            AccountId.New(),
            AccountLinkPurpose.Invitation,
            TimeSpan.FromDays(7),
            Now
        );

        link.TokenHash.ShouldBe(OneTimeSecret.HashOf(token.Text));
        link.TokenHash.ShouldNotContain(token.Text);
    }
}
