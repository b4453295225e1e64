namespace Pionir.Domain.Identity;

/// <summary>What a role may do. Named context first, so that the list reads as a table of contents.</summary>
public enum Permission
{
    // Everyone who is signed in
    OwnProfile,
    CatalogueRead,

    // Whoever is named as supervisor; the query narrows to their own people
    TeamRead,

    // Identity
    UsersManage,
    ApiClientsManage,
    DelegationManage,
    AuditRead,
    JobsReadAll,

    // Organization
    EmployeesRead,
    EmployeesImport,
    UnitsRead,
    InstitutionManage,
    ReferenceDataManage,

    // Competencies
    DictionaryEdit,
    DictionaryPublish,

    // Trainings
    TrainingsRead,
    TrainingsPlan,
    TrainingsApprove,
    TrainingsRun,
    ParticipantsNominate,
    ParticipantsDecide,
    ParticipantsRead,
    ParticipantsManage,
    AttendanceRecord,

    // Learning hours
    JpRead,
    JpReverse,
    JpImport,
    JpYearClose,

    // Certificates
    CertificatesRead,
    CertificatesIssue,
    CertificatesRevoke,
    CertificateTemplatesManage,
}
