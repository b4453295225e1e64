namespace Pionir.Domain.Identity;

/// <summary>The roles of the institution. Supervisor, UnitLeader and Employee are derived from HR data.</summary>
public enum Role
{
    Admin,
    HeadOfCentre,
    TrainingOfficer,
    SelfReportVerifier,
    UnitReportVerifier,
    UnitCoordinator,
    Supervisor,
    UnitLeader,
    Executive,
    HrOfficer,
    DictionaryEditor,
    Employee,
    ApiClient,
    Auditor,
}
