using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Domain.Tests.Organization;

public sealed class IdentityNumberTests
{
    private static readonly IdentityNumberRules Rules = new(IdentityKind.Defaults);

    [Theory]
    [InlineData("NIP", "198506052013092003", "")]
    [InlineData("nip", "12345", "identity_number.length")]
    [InlineData("NIP", "19850101200501100", "identity_number.length")]
    [InlineData("NIP", "1985010120050110012", "identity_number.length")]
    [InlineData("NIP", "19851301200501 1001", "identity_number.length identity_number.digits")]
    [InlineData("NIP", "ABCDEFGHIJKLMNOPQR", "identity_number.digits")]
    [InlineData("NIP", "198513012005011001", "identity_number.birth_date")]
    [InlineData("NIP", "198502302005011001", "identity_number.birth_date")]
    [InlineData("NIP", "198501012005131001", "identity_number.appointment_month")]
    [InlineData("NIP", "198501012005211001", "identity_number.appointment_month")]
    [InlineData("NIP", "198501012005013001", "identity_number.sex")]
    [InlineData("NIPPPK", "197308252023211581", "")]
    [InlineData("NI PPPK", "197308252023011581", "identity_number.appointment_month")]
    [InlineData("NRP", "12345678", "")]
    [InlineData("NRP", "123", "identity_number.length")]
    [InlineData("NRP", "1234567A", "identity_number.digits")]
    [InlineData("NRP", "１２３４５６７８", "identity_number.digits")]
    [InlineData("NIP", "", "identity_number.length")]
    [InlineData("NIP", "１９８５０６０５２０１３０９２００３", "identity_number.digits")]
    public void Number_IsCheckedByItsKind(string kind, string number, string expected) =>
        string.Join(' ', Rules.Check(Rules.FindKind(kind)!, number)).ShouldBe(expected);

    [Fact]
    public void UnknownKind_IsNotGuessed() => Rules.FindKind("KTP").ShouldBeNull();

    [Theory]
    [InlineData("200106042023081080", true)]
    [InlineData("85331364", true)]
    [InlineData("000000000000000000", false)]
    [InlineData("atasan", false)]
    public void PlausibleNumber_MayBelongToSomebodyWhoComesLater(string number, bool plausible) =>
        Rules.IsPlausible(number).ShouldBe(plausible);

    [Fact]
    public void InstitutionsOwnKind_FollowsItsPattern()
    {
        var rules = new IdentityNumberRules([
            new IdentityKind
            {
                Code = "nik_pegawai",
                Name = new("NIK", "NIK"),
                Pattern = "[A-Z]{2}\\d{4}",
            },
        ]);

        rules.Check(rules.FindKind("NIK Pegawai")!, "AB1234").ShouldBeEmpty();
        rules.FindKind("NIP").ShouldBeNull();
    }
}
