namespace Pionir.Build.Rosters;

/// <summary>What invented people and units are called: common given and family names of all islands, put together by chance.</summary>
internal static class Words
{
    public static readonly string[] GivenNames =
    [
        .. """
            Abimanyu Adelia Aditya Agung Akbar Alifah Amalia Anastasia Anggit Aprilia Arman Asri Aulia Azis Bagus Bahrul
            Baskara Bella Benediktus Bintang Candra Cempaka Chairul Cinta Damar Danang Darius Dewanti Dharma Diah Dinda
            Dodi Dwiyanti Edi Elisabet Elok Emilia Evan Fadli Faisal Farhan Fatimah Febri Ferdinan Fransiska Gading Gita
            Gunadi Gusti Habibah Hafiz Hamzah Haris Hasan Helena Herlina Husna Ibrahim Ida Ignasius Imam Indri Irma Iwan
            Jamilah Januar Jatmiko Jelita Johan Julia Kadek Kamila Karina Ketut Kirana Komang Krisna Laras Latifah Leonard
            Lidia Lila Luhut Lutfi Magdalena Mahesa Malik Marhaeni Maria Martin Melati Mikael Mirza Muhammad Mulia Mustika
            Nadya Naufal Ningsih Novita Nugraha Nurul Oktavia Olivia Palupi Panji Paramita Pasha Pertiwi Petrus Prima Puspa
            Putu Qori Raden Rafli Rahayu Raka Rangga Rasyid Retno Ridwan Rini Robert Rosalina Rukmini Sabrina Salma Samuel
            Santi Satria Sekar Septian Sigit Simon Sofia Stefanus Suci Sukma Syahrul Tantri Taufik Teguh Theresia Tiara
            Tirta Umar Utari Valentina Vina Wayan Widya Winda Wisnu Yakob Yasmin Yohana Yusran Zaki Zulaika
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    public static readonly string[] FamilyNames =
    [
        .. """
            Adiwijaya Alamsyah Amiruddin Anwar Aritonang Asmara Atmaja Aziz Badruddin Bagaskara Bakri Bangun Batubara Budianto
            Chaniago Daulay Dharmawan Djohan Effendi Fadillah Fahmi Febrianto Gultom Hadiwibowo Hamid Hanafi Harahap Hardjono
            Hendrawan Hutabarat Ibrahim Indrajaya Ismail Jatnika Junaedi Kaban Kalalo Kartasasmita Kartawijaya Kasim Ketaren
            Kosasih Kurniadi Laksono Lase Latif Lestiono Limbong Lumbantobing Maharani Mahfud Malau Manurung Marpaung Matondang
            Maulidya Muchtar Mustofa Napitupulu Nainggolan Natawijaya Nurhadi Pandjaitan Panggabean Pardede Parinding Patty
            Pelupessy Pohan Prabandari Pradana Prasetya Purba Puspitasari Rachmawati Rumambi Rustandi Salim Samosir Santosa
            Sastrawan Sembiring Setiabudi Sihotang Silaban Simatupang Sinaga Sirait Sitompul Soekarno Sondakh Subagyo Sudirman
            Sulaiman Sumardi Surbakti Suryadi Syahputra Tampubolon Tanjung Tarigan Tobing Triyono Tumanggor Wahyudi Wangsa
            Waworuntu Wenda Wicaksono Widjaja Wiranata Yunus Zainuddin Zebua
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    public static readonly string[] Degrees =
    [
        "",
        "",
        "",
        "",
        "S.E.",
        "S.H.",
        "S.Kom.",
        "S.Sos.",
        "S.I.P.",
        "S.A.P.",
        "S.Psi.",
        "S.Stat.",
        "S.T.",
        "A.Md.",
        "S.E., M.Ak.",
        "S.H., M.Kn.",
        "S.T., M.T.",
        "S.Sos., M.A.P.",
        "S.Kom., M.Kom.",
    ];

    public static readonly string[] Ranks =
    [
        "II/a",
        "II/b",
        "II/c",
        "II/d",
        "III/a",
        "III/b",
        "III/c",
        "III/d",
        "IV/a",
        "IV/b",
        "IV/c",
    ];

    public static readonly RosterPosition[] Positions =
    [
        new("Analis Kebijakan Ahli Pertama", "JF Keahlian", "Pertama", 7),
        new("Analis Kebijakan Ahli Muda", "JF Keahlian", "Muda", 5),
        new("Analis Kebijakan Ahli Madya", "JF Keahlian", "Madya", 2),
        new("Pranata Komputer Ahli Pertama", "JF Keahlian", "Pertama", 5),
        new("Pranata Komputer Terampil", "JF Keterampilan", "Terampil", 3),
        new("Statistisi Ahli Muda", "JF Keahlian", "Muda", 2),
        new("Arsiparis Ahli Pertama", "JF Keahlian", "Pertama", 4),
        new("Arsiparis Terampil", "JF Keterampilan", "Terampil", 5),
        new("Pustakawan Mahir", "JF Keterampilan", "Mahir", 2),
        new("Auditor Ahli Pertama", "JF Keahlian", "Pertama", 2),
        new("Auditor Ahli Madya", "JF Keahlian", "Madya", 1),
        new("Perencana Ahli Muda", "JF Keahlian", "Muda", 3),
        new("Analis Anggaran Ahli Pertama", "JF Keahlian", "Pertama", 3),
        new("Widyaiswara Ahli Madya", "JF Keahlian", "Madya", 1),
        new("Pengelola Pengadaan Barang/Jasa Ahli Muda", "JF Keahlian", "Muda", 3),
        new("Pengadministrasi Umum", "Administrasi", "Pelaksana", 18),
        new("Pengolah Data", "Administrasi", "Pelaksana", 13),
        new("Penelaah Teknis Kebijakan", "Administrasi", "Pelaksana", 11),
        new("Operator Layanan Operasional", "Administrasi", "Pelaksana", 8),
    ];
}

internal sealed record RosterPosition(string Name, string Family, string Level, int Weight);
