using System.Globalization;

namespace Pionir.Build.Rosters;

internal sealed record RosterUnit(
    string Code,
    string Name,
    string Parent,
    string Kind,
    int Weight,
    bool Military = false
);

/// <summary>An invented agency. Above some thousands of staff it gets regional offices, as real ones do.</summary>
internal static class RosterUnits
{
    private const int StaffPerOffice = 400;

    private static readonly RosterUnit[] Headquarters =
    [
        new("LPN", "Lembaga Pelayanan Nusantara", "", "ministry", 0),
        new("SETAMA", "Sekretariat Utama", "LPN", "echelon1", 2),
        new("ROCANA", "Biro Perencanaan dan Kinerja", "SETAMA", "echelon2", 4),
        new("ROUANG", "Biro Keuangan", "SETAMA", "echelon2", 6),
        new("ROSDM", "Biro Sumber Daya Manusia", "SETAMA", "echelon2", 6),
        new("ROHUKUM", "Biro Hukum dan Kerja Sama", "SETAMA", "echelon2", 4),
        new("ROUMUM", "Biro Umum dan Pengadaan", "SETAMA", "echelon2", 11),
        new("ROHUM", "Biro Komunikasi Publik", "SETAMA", "echelon2", 4),
        new("DEP-YAN", "Deputi Bidang Pelayanan", "LPN", "echelon1", 3),
        new("DIT-YANPUS", "Direktorat Pelayanan Pusat", "DEP-YAN", "echelon2", 7),
        new("DIT-YANDA", "Direktorat Pelayanan Daerah", "DEP-YAN", "echelon2", 7),
        new("DEP-JAK", "Deputi Bidang Kebijakan", "LPN", "echelon1", 3),
        new("DIT-KAJI", "Direktorat Kajian", "DEP-JAK", "echelon2", 5),
        new("DIT-ATUR", "Direktorat Penyusunan Peraturan", "DEP-JAK", "echelon2", 5),
        new("DEP-WAS", "Deputi Bidang Pengawasan", "LPN", "echelon1", 3),
        new("DIT-WASDAL", "Direktorat Pengendalian", "DEP-WAS", "echelon2", 5),
        new("DIT-AMAN", "Direktorat Pengamanan", "DEP-WAS", "echelon2", 6, Military: true),
        new("ITAMA", "Inspektorat Utama", "LPN", "echelon1", 3),
        new("PUSBANG", "Pusat Pengembangan Kompetensi", "LPN", "echelon2", 4),
        new("PUSDATIN", "Pusat Data dan Informasi", "LPN", "echelon2", 5),
        new("PUSLAT", "Pusat Penelitian", "LPN", "echelon2", 3),
    ];

    public static IReadOnlyList<RosterUnit> For(int employees)
    {
        var offices = employees < 5_000 ? 0 : employees / StaffPerOffice;
        return
        [
            .. Headquarters,
            .. Enumerable
                .Range(1, offices)
                .Select(number => new RosterUnit(
                    string.Create(CultureInfo.InvariantCulture, $"KW-{number:0000}"),
                    string.Create(CultureInfo.InvariantCulture, $"Kantor Wilayah {number}"),
                    "DEP-YAN",
                    "echelon2",
                    12
                )),
        ];
    }
}
