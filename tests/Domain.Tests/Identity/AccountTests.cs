using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Tests.Identity;

public sealed class AccountTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly AccountId Admin = AccountId.New();

    [Fact]
    public void Invite_NormalisesTheAddress()
    {
        var account = Account.Invite("  Siti.Rahma@Contoh.GO.ID ", " Siti Rahma ", null, Now);

        account.Email.ShouldBe("siti.rahma@contoh.go.id");
        account.Name.ShouldBe("Siti Rahma");
        account.Status.ShouldBe(AccountStatus.Invited);
    }

    [Fact]
    public void Invite_TakesNoMarksThatTurnTheTextBesideTheName()
    {
        var account = Account.Invite("siti@contoh.go.id", " \u202eSiti\u2066 Rahma ", null, Now);

        account.Name.ShouldBe("Siti Rahma");
    }

    [Theory]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.Employee)]
    [InlineData(Role.ApiClient)]
    public void AssignRole_WhichFollowsFromHrData_IsRefused(Role role) =>
        Code(Invited().AssignRole(role, null, Admin, Now)).ShouldBe("account.role_derived");

    [Fact]
    public void AssignRole_OfAUnit_NeedsTheUnit() =>
        Code(Invited().AssignRole(Role.UnitCoordinator, null, Admin, Now)).ShouldBe("account.role_needs_unit");

    [Fact]
    public void AssignRole_OfTheInstitution_TakesNoUnit() =>
        Code(Invited().AssignRole(Role.HeadOfCentre, UnitId.New(), Admin, Now)).ShouldBe("account.role_takes_no_unit");

    [Theory]
    [InlineData(Role.HeadOfCentre)]
    [InlineData(Role.TrainingOfficer)]
    [InlineData(Role.SelfReportVerifier)]
    [InlineData(Role.UnitReportVerifier)]
    public void AssignRole_ThatDecides_NeedsAnEmployee(Role role)
    {
        var employed = Account.Invite("ani@contoh.go.id", "Ani", EmployeeId.New(), Now);

        Code(Invited().AssignRole(role, null, Admin, Now)).ShouldBe("account.role_needs_employee");
        employed.AssignRole(role, null, Admin, Now).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void AssignRole_ToOneself_IsRefused()
    {
        var account = Invited();

        Code(account.AssignRole(Role.HeadOfCentre, null, account.Id, Now)).ShouldBe("account.own_roles");
        account.Roles.ShouldBeEmpty();
    }

    [Fact]
    public void AssignRole_InTwoUnits_IsAllowed_InTheSameTwice_IsNot()
    {
        var account = Invited();
        var unit = UnitId.New();

        account.AssignRole(Role.UnitCoordinator, unit, Admin, Now).IsSuccess.ShouldBeTrue();
        account.AssignRole(Role.UnitCoordinator, UnitId.New(), Admin, Now).IsSuccess.ShouldBeTrue();
        Code(account.AssignRole(Role.UnitCoordinator, unit, Admin, Now)).ShouldBe("account.role_already_given");
        account.Roles.Count.ShouldBe(2);
    }

    [Fact]
    public void Disable_ByOneself_IsRefused()
    {
        var account = Invited();

        Code(account.Disable(account.Id, "alasan", Now)).ShouldBe("account.own_account");
    }

    [Fact]
    public void Activate_AfterDisabling_IsRefused()
    {
        var account = Invited();
        account.Disable(Admin, "Pindah instansi", Now).IsSuccess.ShouldBeTrue();

        Code(account.Activate()).ShouldBe("account.disabled");
        account.Enable(hasPassword: false).IsSuccess.ShouldBeTrue();
        account.Status.ShouldBe(AccountStatus.Invited);
    }

    private static Account Invited() => Account.Invite("siti@contoh.go.id", "Siti", null, Now);

    private static string Code(Result result) => result.Error.Code;
}
