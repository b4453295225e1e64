using System.Collections.Frozen;
using static Pionir.Domain.Identity.Permission;

namespace Pionir.Domain.Identity;

/// <summary>How far a role reaches.</summary>
public enum RoleReach
{
    /// <summary>The whole institution; a unit cannot be named.</summary>
    Institution,

    /// <summary>A named unit and everything below it.</summary>
    Unit,

    /// <summary>The whole institution, or a named unit and everything below it.</summary>
    InstitutionOrUnit,

    /// <summary>Oneself, or the people who name one as their supervisor.</summary>
    Personal,
}

/// <param name="Assignable">False for what follows from HR data alone, and for API clients.</param>
public sealed record RoleRow(RoleReach Reach, bool Assignable, IReadOnlySet<Permission> Permissions);

/// <summary>
/// The one table of who may do what. The administrator keeps accounts and settings and decides nothing:
/// no approval, no verification, no certificate (four eyes begin at the role).
/// </summary>
public static class RoleTable
{
    private static readonly Permission[] ReadsTraining =
    [
        EmployeesRead,
        UnitsRead,
        TrainingsRead,
        ParticipantsRead,
        JpRead,
        CertificatesRead,
    ];

    private static readonly FrozenDictionary<Role, RoleRow> Rows = new Dictionary<Role, RoleRow>
    {
        [Role.Admin] = Row(
            RoleReach.Institution,
            [
                UsersManage,
                ApiClientsManage,
                DelegationManage,
                AuditRead,
                JobsReadAll,
                EmployeesRead,
                EmployeesImport,
                UnitsRead,
                InstitutionManage,
                ReferenceDataManage,
                CertificateTemplatesManage,
            ]
        ),
        [Role.HeadOfCentre] = Row(
            RoleReach.Institution,
            [
                .. ReadsTraining,
                TrainingsApprove,
                JpReverse,
                CertificatesIssue,
                CertificatesRevoke,
                DictionaryPublish,
                DelegationManage,
            ]
        ),
        [Role.TrainingOfficer] = Row(
            RoleReach.InstitutionOrUnit,
            [
                .. ReadsTraining,
                TrainingsPlan,
                TrainingsRun,
                ParticipantsNominate,
                ParticipantsManage,
                AttendanceRecord,
                CertificatesIssue,
                CertificatesRevoke,
            ]
        ),
        [Role.SelfReportVerifier] = Row(RoleReach.InstitutionOrUnit, [EmployeesRead, UnitsRead, TrainingsRead, JpRead]),
        [Role.UnitReportVerifier] = Row(RoleReach.InstitutionOrUnit, [EmployeesRead, UnitsRead, TrainingsRead, JpRead]),
        [Role.UnitCoordinator] = Row(RoleReach.Unit, [.. ReadsTraining, ParticipantsNominate, ParticipantsDecide]),
        [Role.Supervisor] = Row(RoleReach.Personal, [TeamRead], assignable: false),
        [Role.UnitLeader] = Row(RoleReach.Unit, ReadsTraining),
        [Role.Executive] = Row(RoleReach.Institution, ReadsTraining),
        [Role.HrOfficer] = Row(RoleReach.InstitutionOrUnit, ReadsTraining),
        [Role.DictionaryEditor] = Row(RoleReach.Institution, [DictionaryEdit]),
        [Role.Employee] = Row(RoleReach.Personal, [OwnProfile], assignable: false),
        [Role.ApiClient] = Row(RoleReach.Institution, [], assignable: false),
        [Role.Auditor] = Row(RoleReach.Institution, [.. ReadsTraining, AuditRead, JobsReadAll]),
    }.ToFrozenDictionary();

    /// <summary>What anyone with a working account may do, whatever roles they hold.</summary>
    public static readonly IReadOnlySet<Permission> EveryAccount = new[] { CatalogueRead }.ToFrozenSet();

    /// <summary>An acting head decides like the head, but cannot hand the office on.</summary>
    public static readonly IReadOnlySet<Permission> ActingHead = Of(Role.HeadOfCentre)
        .Permissions.Where(permission => permission != DelegationManage)
        .ToFrozenSet();

    public static RoleRow Of(Role role) => Rows[role];

    private static RoleRow Row(RoleReach reach, Permission[] permissions, bool assignable = true) =>
        new(reach, assignable, permissions.ToFrozenSet());
}
