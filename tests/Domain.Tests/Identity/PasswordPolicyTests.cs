using Pionir.Domain.Identity;

namespace Pionir.Domain.Tests.Identity;

public sealed class PasswordPolicyTests
{
    [Theory]
    [InlineData("kuda hijau makan pisang")]
    [InlineData("xK7!pq2@Lm9z")]
    [InlineData("rahasia umum di warung kopi Bu Tejo")]
    [InlineData("basketball di lapangan belakang")]
    public void Check_AcceptsLongAndUncommon(string password) =>
        PasswordPolicy.Check(password, "Siti Rahma", "siti.rahma@contoh.go.id").IsSuccess.ShouldBeTrue();

    [Theory]
    [InlineData("pendek", "password.too_short")]
    [InlineData("aaaaaaaaaaaaaaaa", "password.guessable")]
    [InlineData("password12345", "password.guessable")]
    [InlineData("Indonesia2026!", "password.guessable")]
    [InlineData("kucing 1234567", "password.guessable")]
    [InlineData("1qaz2wsx3edc", "password.guessable")]
    [InlineData("Basketball#26", "password.guessable")]
    [InlineData("SitiRahma2026", "password.contains_own_name")]
    [InlineData("siti.rahma@contoh.go.id", "password.contains_own_name")]
    public void Check_RefusesWhatIsGuessedFirst(string password, string code) =>
        PasswordPolicy.Check(password, "SitiRahma", "siti.rahma@contoh.go.id").Error.Code.ShouldBe(code);

    [Fact]
    public void Check_RefusesABookOfAPassword() =>
        PasswordPolicy.Check(new string('x', 200)).Error.Code.ShouldBe("password.too_long");
}
