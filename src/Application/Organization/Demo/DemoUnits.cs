namespace Pionir.Application.Organization.Demo;

/// <param name="Share">Part of the staff, relative to the others.</param>
internal sealed record DemoUnit(string Code, string Name, string ParentCode, string Kind, int Share);

/// <summary>The tree of an invented ministry.</summary>
internal static class DemoUnits
{
    public const string Centre = "PUSBANGKOM";

    public static readonly IReadOnlyList<DemoUnit> All =
    [
        new("KEMCON", "Kementerian Contoh", "", "ministry", 0),
        new("SETJEN", "Sekretariat Jenderal", "KEMCON", "echelon1", 2),
        new("ROCAN", "Biro Perencanaan dan Kerja Sama", "SETJEN", "echelon2", 4),
        new("ROKEU", "Biro Keuangan dan Barang Milik Negara", "SETJEN", "echelon2", 6),
        new("ROSDM", "Biro Sumber Daya Manusia", "SETJEN", "echelon2", 6),
        new("ROUM", "Biro Umum", "SETJEN", "echelon2", 14),
        new("ROHUM", "Biro Hukum", "SETJEN", "echelon2", 4),
        new("ROKOM", "Biro Komunikasi Publik", "SETJEN", "echelon2", 4),
        new("PUSDATIN", "Pusat Data dan Teknologi Informasi", "SETJEN", "echelon2", 6),
        new(Centre, "Pusat Pengembangan Kompetensi Aparatur", "SETJEN", "echelon2", 4),
        new("DITJEN-A", "Direktorat Jenderal Tata Kelola", "KEMCON", "echelon1", 2),
        new("DITA-1", "Direktorat Kelembagaan", "DITJEN-A", "echelon2", 6),
        new("DITA-2", "Direktorat Pelayanan Publik", "DITJEN-A", "echelon2", 7),
        new("DITA-3", "Direktorat Pengawasan Mutu", "DITJEN-A", "echelon2", 5),
        new("DITJEN-B", "Direktorat Jenderal Pembinaan Wilayah", "KEMCON", "echelon1", 2),
        new("DITB-1", "Direktorat Wilayah Barat", "DITJEN-B", "echelon2", 8),
        new("DITB-2", "Direktorat Wilayah Tengah", "DITJEN-B", "echelon2", 7),
        new("DITB-3", "Direktorat Wilayah Timur", "DITJEN-B", "echelon2", 6),
        new("ITJEN", "Inspektorat Jenderal", "KEMCON", "echelon1", 3),
        new("IT-1", "Inspektorat I", "ITJEN", "echelon2", 3),
        new("IT-2", "Inspektorat II", "ITJEN", "echelon2", 3),
        new("BSK", "Badan Strategi Kebijakan", "KEMCON", "echelon1", 4),
        new("SETMIL", "Sekretariat Pengamanan", "KEMCON", "echelon1", 4),
    ];

    public static IEnumerable<string[]> Rows() =>
        All.Select(unit => new[] { unit.Code, unit.Name, unit.ParentCode, unit.Kind });
}
