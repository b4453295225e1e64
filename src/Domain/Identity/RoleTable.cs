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
/// <param name="NeedsEmployee">Only for somebody HR knows.</param>
public sealed record RoleRow(
    RoleReach Reach,
    bool Assignable,
    bool NeedsEmployee,
    IReadOnlySet<Permission> Permissions
);

/// <summary>
/// The one table of who may do what. The administrator keeps accounts and settings and decides nothing:
/// no approval, no verification, no certificate (four eyes begin at the role).
/// <para>
/// Whoever approves, issues or verifies must be an employee, for four eyes count persons: an employee has one account, an
/// address without an employee can be invented, and an administrator with two of them would decide alone. The other
/// roles stay open to people HR's record does not hold, such as a military secretariat or a consultant: they administer,
/// read, draft, or answer for their own unit's nominations, and what they begin somebody of these roles decides on.
/// </para>
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
                JpImport,
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
                JpYearClose,
                CertificatesIssue,
                CertificatesRevoke,
                DictionaryPublish,
                DelegationManage,
            ],
            needsEmployee: true
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
            ],
            needsEmployee: true
        ),
        [Role.SelfReportVerifier] = Row(
            RoleReach.InstitutionOrUnit,
            [EmployeesRead, UnitsRead, TrainingsRead, JpRead],
            needsEmployee: true
        ),
        [Role.UnitReportVerifier] = Row(
            RoleReach.InstitutionOrUnit,
            [EmployeesRead, UnitsRead, TrainingsRead, JpRead],
            needsEmployee: true
        ),
        [Role.UnitCoordinator] = Row(RoleReach.Unit, [.. ReadsTraining, ParticipantsNominate, ParticipantsDecide]),
        [Role.Supervisor] = Row(RoleReach.Personal, [TeamRead], assignable: false),
        [Role.UnitLeader] = Row(RoleReach.Unit, ReadsTraining),
        [Role.Executive] = Row(RoleReach.Institution, ReadsTraining),
        [Role.HrOfficer] = Row(RoleReach.InstitutionOrUnit, [.. ReadsTraining, JpImport]),
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

    private static RoleRow Row(
        RoleReach reach,
        Permission[] permissions,
        bool assignable = true,
        bool needsEmployee = false
    ) => new(reach, assignable, needsEmployee, permissions.ToFrozenSet());
}
