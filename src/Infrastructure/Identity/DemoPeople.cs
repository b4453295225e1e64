using Pionir.Domain.Identity;

namespace Pionir.Infrastructure.Identity;

/// <summary>Whom of the demo's employees an account is made for.</summary>
internal enum DemoPlace
{
    /// <summary>Leads the centre.</summary>
    HeadOfCentre,

    /// <summary>Works in the centre and leads nothing.</summary>
    Centre,

    /// <summary>Leads a unit outside the centre.</summary>
    UnitLeader,

    /// <summary>Works in that unit and is somebody's superior, but not its leader.</summary>
    Supervisor,

    /// <summary>Works in that unit and is nobody's superior.</summary>
    Unit,
}

/// <param name="Role">What the account is there to show; given to it unless it follows from the place.</param>
/// <param name="Acting">Holds the head's office as Plh.</param>
internal sealed record DemoPerson(string Email, Role Role, DemoPlace Place, bool Acting = false);

/// <summary>One for every role, and two of those that four eyes need.</summary>
internal static class DemoPeople
{
    public const string Password = "pionir-demo-2026";

    public static readonly IReadOnlyList<DemoPerson> All =
    [
        new("admin@contoh.go.id", Role.Admin, DemoPlace.Centre),
        new("kepala@contoh.go.id", Role.HeadOfCentre, DemoPlace.HeadOfCentre),
        new("plh@contoh.go.id", Role.HeadOfCentre, DemoPlace.Centre, Acting: true),
        new("pic1@contoh.go.id", Role.TrainingOfficer, DemoPlace.Centre),
        new("pic2@contoh.go.id", Role.TrainingOfficer, DemoPlace.Centre),
        new("verifikator.pspkm@contoh.go.id", Role.SelfReportVerifier, DemoPlace.Centre),
        new("verifikator.pspku@contoh.go.id", Role.UnitReportVerifier, DemoPlace.Centre),
        new("kamus@contoh.go.id", Role.DictionaryEditor, DemoPlace.Centre),
        new("pic.unit@contoh.go.id", Role.UnitCoordinator, DemoPlace.Unit),
        new("pimpinan.unit@contoh.go.id", Role.UnitLeader, DemoPlace.UnitLeader),
        new("atasan@contoh.go.id", Role.Supervisor, DemoPlace.Supervisor),
        new("pegawai@contoh.go.id", Role.Employee, DemoPlace.Unit),
        new("sdm@contoh.go.id", Role.HrOfficer, DemoPlace.Unit),
        new("pimpinan@contoh.go.id", Role.Executive, DemoPlace.Unit),
        new("auditor@contoh.go.id", Role.Auditor, DemoPlace.Unit),
    ];
}
