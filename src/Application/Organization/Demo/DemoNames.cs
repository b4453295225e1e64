namespace Pionir.Application.Organization.Demo;

/// <summary>Parts of names and positions; put together by chance they describe nobody.</summary>
internal static class DemoNames
{
    public static readonly string[] Women =
    [
        "Anindya", "Ayu", "Bunga", "Citra", "Dewi", "Dian", "Dina", "Endah", "Fitri", "Gita", "Hana", "Indah", "Intan",
        "Kartika", "Kirana", "Laras", "Lestari", "Maya", "Mega", "Melati", "Nadia", "Ningsih", "Nur", "Puspita",
        "Rahayu", "Ratna", "Rina", "Sari", "Sekar", "Siti", "Tri", "Utami", "Wulan", "Yani", "Yuni", "Zahra",
    ];

    public static readonly string[] Men =
    [
        "Adi", "Agung", "Ahmad", "Andi", "Arif", "Bagus", "Bambang", "Bayu", "Budi", "Cahyo", "Danu", "Dimas", "Eko",
        "Fajar", "Galih", "Hadi", "Hendra", "Ilham", "Indra", "Joko", "Krisna", "Lukman", "Made", "Nanda", "Oka",
        "Panji", "Rahmat", "Rangga", "Rizky", "Surya", "Teguh", "Tono", "Wahyu", "Wayan", "Yoga", "Yusuf",
    ];

    public static readonly string[] Last =
    [
        "Adiputra", "Anggraini", "Ardiansyah", "Budiman", "Cahyono", "Damanik", "Darmawan", "Firmansyah", "Ginting",
        "Gunawan", "Halim", "Hartono", "Hidayat", "Irawan", "Iskandar", "Kurniawan", "Kusuma", "Lubis", "Mahendra",
        "Maulana", "Nasution", "Nugroho", "Pangestu", "Permana", "Pramono", "Pratama", "Purnomo", "Rahman", "Saputra",
        "Setiawan", "Simanjuntak", "Siregar", "Suharto", "Sulistyo", "Susanti", "Tambunan", "Utomo", "Wibowo",
        "Wicaksono", "Wijaya", "Winarno", "Yulianto",
    ];

    public static readonly string[] Degrees =
    [
        "", "", "", "S.E.", "S.H.", "S.Kom.", "S.Sos.", "S.I.P.", "S.Pd.", "A.Md.", "S.T.", "S.E., M.M.", "S.H., M.H.",
        "S.Sos., M.Si.",
    ];

    public static readonly string[] Ranks = ["II/c", "II/d", "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b"];

    /// <summary>Name, family, level.</summary>
    public static readonly string[][] Positions =
    [
        ["Analis Sumber Daya Manusia Aparatur Ahli Pertama", "JF Keahlian", "Pertama"],
        ["Analis Sumber Daya Manusia Aparatur Ahli Muda", "JF Keahlian", "Muda"],
        ["Pranata Komputer Ahli Pertama", "JF Keahlian", "Pertama"],
        ["Pranata Komputer Ahli Muda", "JF Keahlian", "Muda"],
        ["Pengembang Teknologi Pembelajaran Ahli Muda", "JF Keahlian", "Muda"],
        ["Arsiparis Terampil", "JF Keterampilan", "Terampil"],
        ["Arsiparis Ahli Pertama", "JF Keahlian", "Pertama"],
        ["Pranata Hubungan Masyarakat Ahli Pertama", "JF Keahlian", "Pertama"],
        ["Perancang Peraturan Perundang-undangan Ahli Muda", "JF Keahlian", "Muda"],
        ["Perencana Ahli Muda", "JF Keahlian", "Muda"],
        ["Auditor Ahli Muda", "JF Keahlian", "Muda"],
        ["Pengadministrasi Perkantoran", "Administrasi", "Pelaksana"],
        ["Pengadministrasi Perkantoran", "Administrasi", "Pelaksana"],
        ["Pengolah Data dan Informasi", "Administrasi", "Pelaksana"],
        ["Penata Layanan Operasional", "Administrasi", "Pelaksana"],
    ];
}
