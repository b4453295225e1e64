using Pionir.Domain.Identity;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Tests.Identity;

public sealed class AccessRightsTests
{
    private static readonly UnitId Unit = UnitId.New();
    private static readonly StaffStanding Staff = new(true, false, []);

    [Fact]
    public void SomebodyWhoLeft_HasNoRights_WhateverRolesAreListed() =>
        AccessRights.Of([(Role.Admin, null)], new StaffStanding(false, true, [Unit]), actsAsHead: true).ShouldBeNull();

    [Fact]
    public void EveryActiveEmployee_IsEmployee() =>
        AccessRights.Of([], Staff, false)!.Permissions.ShouldContain(Permission.OwnProfile);

    [Fact]
    public void AnAccountOutsideHr_IsNoEmployee()
    {
        var rights = AccessRights.Of([(Role.Admin, null)], null, false)!;

        rights.Permissions.ShouldNotContain(Permission.OwnProfile);
        rights.Permissions.ShouldContain(Permission.CatalogueRead);
    }

    [Fact]
    public void WhoLeadsAUnit_ReadsThere_AndNowhereElse()
    {
        var rights = AccessRights.Of([], Staff with { Leads = [Unit] }, false)!;

        rights.Permissions.ShouldContain(Permission.TrainingsRead);
        rights.HoldsEverywhere(Permission.TrainingsRead).ShouldBeFalse();
        rights.UnitsOf(Permission.TrainingsRead).ShouldBe([Unit]);
    }

    [Fact]
    public void ASupervisor_SeesTheTeam_ButHoldsItInNoUnit()
    {
        var rights = AccessRights.Of([], Staff with { IsSupervisor = true }, false)!;

        rights.Permissions.ShouldContain(Permission.TeamRead);
        rights.HoldsEverywhere(Permission.TeamRead).ShouldBeFalse();
        rights.UnitsOf(Permission.TeamRead).ShouldBeEmpty();
    }

    [Fact]
    public void AnActingHead_Approves_AndDoesNotDelegate()
    {
        var rights = AccessRights.Of([(Role.TrainingOfficer, null)], Staff, actsAsHead: true)!;

        rights.Permissions.ShouldContain(Permission.TrainingsApprove);
        rights.Permissions.ShouldNotContain(Permission.DelegationManage);
    }

    [Fact]
    public void ARoleInAUnit_AndTheSameEverywhere_HoldsEverywhere()
    {
        var rights = AccessRights.Of([(Role.TrainingOfficer, Unit), (Role.TrainingOfficer, null)], Staff, false)!;

        rights.HoldsEverywhere(Permission.TrainingsPlan).ShouldBeTrue();
    }
}
