namespace Pionir.Domain.Certificates.Templates;

/// <summary>Certificates to try a template with; none of these people exists.</summary>
public enum TemplateSample
{
    Ordinary,

    /// <summary>The longest name, title, unit and place that the institution is likely to see.</summary>
    LongestNames,

    /// <summary>A participant from elsewhere: no identity number, letters of other languages.</summary>
    Foreigner,

    /// <summary>A long programme: the table goes on over pages.</summary>
    ManySubjects,
}

public static class TemplateSamples
{
    private const string LongTitle =
        "Pelatihan Fungsional Analis Kebijakan Ahli Madya bagi Pegawai Aparatur Sipil Negara di Lingkungan Lembaga "
        + "Penyelenggara Pendidikan dan Pelatihan Pemerintah Pusat dan Pemerintah Daerah Tahun Anggaran 2026";

    private static readonly string[] Subjects =
    [
        "Wawasan kebangsaan dan nilai-nilai bela negara",
        "Kepemimpinan melayani",
        "Perumusan masalah kebijakan",
        "Analisis pemangku kepentingan",
        "Pengumpulan dan pengolahan data",
        "Penyusunan rekomendasi kebijakan dan naskah akademik yang memuat alternatif serta dampak anggarannya",
        "Komunikasi kebijakan",
        "Seminar dan evaluasi",
    ];

    public static CertificateSnapshot Of(TemplateSample sample, SnapshotIssuer issuer, SnapshotSigner signer)
    {
        var ordinary = Ordinary(issuer, signer);
        return sample switch
        {
            TemplateSample.LongestNames => Longest(ordinary),
            TemplateSample.Foreigner => ordinary with
            {
                Holder = new SnapshotHolder(
                    "Dr. José Ştefănescu-Müller, Ph.D.",
                    null,
                    null,
                    null,
                    "Universität für Verwaltungswissenschaften Speyer"
                ),
                Training = ordinary.Training with { Batch = null },
            },
            TemplateSample.ManySubjects => ordinary with
            {
                Training = ordinary.Training with
                {
                    Jp = 340,
                    Subjects =
                    [
                        .. Enumerable
                            .Range(1, 68)
                            .Select(at => new SnapshotSubject($"{Subjects[at % Subjects.Length]} {at}", 5)),
                    ],
                },
            },
            _ => ordinary,
        };
    }

    private static CertificateSnapshot Longest(CertificateSnapshot ordinary) =>
        ordinary with
        {
            Number = "12345/PPKASN/SERT/PELATIHAN/VIII/2026",
            Holder = new SnapshotHolder(
                "Prof. Dr. Ir. H. Raden Mas Tumenggung Kusumaningrat Wirapratama Adisuryadilaga, S.H., S.Sos., M.Si., Ph.D., CA.",
                "NI PPPK",
                "198507122010211003",
                "Analis Kebijakan Ahli Madya",
                "Direktorat Jenderal Pembinaan Pengembangan Kompetensi dan Produktivitas Aparatur Sipil Negara"
            ),
            Training = ordinary.Training with
            {
                Name = LongTitle,
                Batch = "XXXVIII",
                StartsOn = new DateOnly(2026, 9, 28),
                EndsOn = new DateOnly(2027, 2, 12),
                Place = "Kabupaten Administrasi Kepulauan Seribu",
                Jp = 1080,
            },
            Signer = ordinary.Signer with
            {
                Name = "Prof. Dr. Ir. Raden Ayu Sri Kusumawardhani Notohadiningrat, S.T., M.T., M.Si., Ph.D.",
                Capacity = "Plt.",
            },
            IssuedAt = "Kabupaten Administrasi Kepulauan Seribu",
            Edition = 2,
            Replaces = "12344/PPKASN/SERT/PELATIHAN/VIII/2026",
        };

    private static CertificateSnapshot Ordinary(SnapshotIssuer issuer, SnapshotSigner signer) =>
        new()
        {
            Number = "0012/PPKASN/SERT/VIII/2026",
            Token = "contohcontohcontohcontoh000",
            VerificationAddress = "https://pionir.contoh.go.id/v/contohcontohcontohcontoh000",
            Issuer = issuer,
            Holder = new SnapshotHolder(
                "Siti Rahmawati, S.Sos., M.Si.",
                "NIP",
                "198507122010012003",
                "Analis Kebijakan",
                "Biro Umum"
            ),
            Training = new SnapshotTraining(
                "PPK-2026-0007",
                "Pelatihan Analisis Kebijakan Publik",
                "III",
                new DateOnly(2026, 8, 3),
                new DateOnly(2026, 8, 7),
                "Jakarta",
                40,
                [.. Subjects.Select(subject => new SnapshotSubject(subject, 5))]
            ),
            Signer = signer,
            IssuedOn = new DateOnly(2026, 8, 7),
            IssuedAt = "Jakarta",
        };
}
