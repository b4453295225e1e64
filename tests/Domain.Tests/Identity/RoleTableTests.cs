using Pionir.Domain.Identity;

namespace Pionir.Domain.Tests.Identity;

public sealed class RoleTableTests
{
    private static readonly Permission[] Decisions =
    [
        Permission.TrainingsApprove,
        Permission.TrainingsRun,
        Permission.ParticipantsDecide,
        Permission.DictionaryPublish,
        Permission.CertificatesIssue,
        Permission.CertificatesRevoke,
        Permission.JpReverse,
        Permission.AttendanceRecord,
    ];

    private static readonly Permission[] Writes =
    [
        .. Decisions,
        Permission.UsersManage,
        Permission.ApiClientsManage,
        Permission.DelegationManage,
        Permission.EmployeesImport,
        Permission.InstitutionManage,
        Permission.ReferenceDataManage,
        Permission.DictionaryEdit,
        Permission.TrainingsPlan,
        Permission.ParticipantsNominate,
        Permission.ParticipantsManage,
        Permission.CertificateTemplatesManage,
    ];

    [Fact]
    public void EveryRole_HasARow()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            RoleTable.Of(role).ShouldNotBeNull();
        }
    }

    [Fact]
    public void Admin_DecidesNothing_ByVirtueOfBeingAdmin() =>
        RoleTable.Of(Role.Admin).Permissions.ShouldNotContain(permission => Decisions.Contains(permission));

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Executive)]
    [InlineData(Role.UnitLeader)]
    [InlineData(Role.HrOfficer)]
    public void ReadingRoles_WriteNothing(Role role) =>
        RoleTable.Of(role).Permissions.ShouldNotContain(permission => Writes.Contains(permission));

    [Fact]
    public void WhoPlans_DoesNotApprove_AndWhoDraftsADictionary_DoesNotPublish()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var permissions = RoleTable.Of(role).Permissions;
            (
                permissions.Contains(Permission.TrainingsPlan) && permissions.Contains(Permission.TrainingsApprove)
            ).ShouldBeFalse(role.ToString());
            (
                permissions.Contains(Permission.DictionaryEdit) && permissions.Contains(Permission.DictionaryPublish)
            ).ShouldBeFalse(role.ToString());
        }
    }

    [Fact]
    public void ActingHead_ApprovesButDoesNotHandTheOfficeOn()
    {
        RoleTable.ActingHead.ShouldContain(Permission.TrainingsApprove);
        RoleTable.ActingHead.ShouldNotContain(Permission.DelegationManage);
    }
}
