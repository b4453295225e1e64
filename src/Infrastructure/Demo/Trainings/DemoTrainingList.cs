using Pionir.Domain.Trainings;

namespace Pionir.Infrastructure.Demo.Trainings;

/// <summary>Two years of an invented centre, told from today.</summary>
internal static class DemoTrainingList
{
    public static readonly IReadOnlyList<DemoTraining> All =
    [
        new(DemoChapter.Closed, -56, 3, 14, "Pengelolaan Arsip Dinamis")
        {
            Guests = ["pegawai", "atasan", "pic.unit"],
            Subjects = ["Dasar kearsipan", "Klasifikasi dan retensi", "Praktik penataan berkas"],
            Budget = 48_000_000,
            Colour = TrainingColour.Teal,
        },
        new(DemoChapter.Closed, -47, 3, 7, "Pengadaan Barang/Jasa Pemerintah Tingkat Dasar")
        {
            Scheme = DeliveryScheme.Contracted,
            Form = "bimbingan-teknis",
            Partner = "Lembaga Pelatihan Mitra Karya",
            Guests = ["pimpinan.unit", "atasan"],
            Subjects = ["Regulasi pengadaan", "Penyusunan HPS", "Latihan ujian"],
            Budget = 95_000_000,
            Colour = TrainingColour.Amber,
            City = "Bogor",
            Officer = "pic2",
        },
        new(DemoChapter.Closed, -38, 2, 16, "Pelayanan Publik Prima")
        {
            Guests = ["pegawai", "sdm", "pic.unit", "verifikator.pspkm"],
            Subjects = ["Standar pelayanan", "Menangani pengaduan"],
            Budget = 30_000_000,
            Colour = TrainingColour.Green,
        },
        new(DemoChapter.Certified, -30, 4, 12, "Analisis Kebijakan Publik")
        {
            Form = "diklat-teknis",
            Guests = ["atasan", "pimpinan", "pimpinan.unit", "auditor"],
            Subjects = ["Merumuskan masalah", "Menyusun pilihan kebijakan", "Bukti dan data", "Naskah kebijakan"],
            PostTest = 70,
            Budget = 72_500_000,
            City = "Bandung",
            Officer = "pic2",
        },
        new(DemoChapter.Certified, -22, 2, 20, "Keamanan Informasi bagi Pengguna")
        {
            Form = "e-learning",
            Guests = ["pegawai", "auditor", "kamus", "verifikator.pspku", "pic1", "pic2", "admin", "kepala", "sdm"],
            Subjects = ["Mengenali pengelabuan", "Kata sandi dan perangkat"],
            City = null,
            Venue = null,
            OnlineLink = "https://kelas.contoh.go.id/keamanan-informasi",
            Colour = TrainingColour.Purple,
        },
        new(DemoChapter.Cancelled, -15, 5, 6, "Bahasa Inggris untuk Perundingan")
        {
            Guests = ["plh"],
            Subjects = ["Kosakata perundingan", "Simulasi"],
            Colour = TrainingColour.Grey,
        },
        new(DemoChapter.Corrected, -9, 3, 11, "Penyusunan Naskah Dinas")
        {
            Guests = ["pegawai", "pic.unit", "verifikator.pspkm"],
            Subjects = ["Tata naskah dinas", "Bahasa yang lugas", "Praktik dan umpan balik"],
            Budget = 27_000_000,
            Colour = TrainingColour.Blue,
        },
        new(DemoChapter.Completed, -4, 3, 15, "Pengelolaan Barang Milik Negara")
        {
            Form = "diklat-teknis",
            Guests = ["atasan", "sdm", "plh"],
            Subjects = ["Penatausahaan", "Pemanfaatan", "Penghapusan"],
            Budget = 54_000_000,
            Colour = TrainingColour.Orange,
        },
        new(DemoChapter.Unmarked, -1, 2, 12, "Manajemen Risiko bagi Pengelola Program")
        {
            Guests = ["pimpinan.unit", "auditor"],
            Subjects = ["Mengenali risiko", "Mengendalikan risiko"],
            Budget = 33_000_000,
            Colour = TrainingColour.Red,
        },
        new(DemoChapter.Running, 0, 12, 13, "Kehumasan Digital")
        {
            Form = "workshop",
            Guests = ["pegawai", "pic.unit", "kamus"],
            Subjects = ["Strategi konten", "Menulis untuk layar", "Foto dan video", "Krisis", "Evaluasi dampak"],
            Budget = 61_000_000,
            Colour = TrainingColour.Blue,
        },
        new(DemoChapter.Filling, 2, 3, 13, "Kepemimpinan Kolaboratif")
        {
            Form = "pelatihan-manajerial",
            Guests = ["atasan", "pimpinan.unit", "pegawai"],
            Subjects = ["Membaca ekosistem", "Memimpin tanpa wewenang", "Rencana aksi"],
            Budget = 88_000_000,
            City = "Yogyakarta",
            Audience = "Pejabat administrator dan pengawas",
        },
        new(DemoChapter.Nominating, 3, 3, 9, "Statistik untuk Perencanaan")
        {
            Form = "diklat-fungsional",
            Subjects = ["Membaca data", "Proyeksi sederhana", "Menyajikan temuan"],
            Colour = TrainingColour.Teal,
            Officer = "pic2",
            Audience = "Perencana dan pengolah data",
        },
        new(DemoChapter.Applying, 5, 2, 4, "Etika dan Antikorupsi")
        {
            Form = "pelatihan-sosial-kultural",
            Guests = ["pegawai", "sdm"],
            Subjects = ["Benturan kepentingan", "Melaporkan pelanggaran"],
            Colour = TrainingColour.Green,
            Audience = "Seluruh pegawai",
        },
        new(DemoChapter.Confirmed, 6, 4, 5, "Sertifikasi Manajemen Proyek")
        {
            Scheme = DeliveryScheme.Contracted,
            Form = "kursus",
            Partner = "Akademi Proyek Nusantara",
            Subjects = ["Perencanaan proyek", "Jadwal dan biaya", "Risiko", "Simulasi ujian"],
            Budget = 120_000_000,
            City = "Surabaya",
            Colour = TrainingColour.Amber,
            Guests = ["pimpinan.unit"],
        },
        new(DemoChapter.Approved, 7, 3, 0, "Penulisan Ilmiah bagi Widyaiswara")
        {
            Subjects = ["Menemukan gagasan", "Menulis naskah", "Menerbitkan"],
            Colour = TrainingColour.Purple,
        },
        new(DemoChapter.Submitted, 8, 3, 0, "Pengelolaan Data Terbuka")
        {
            Form = "diklat-teknis",
            Subjects = ["Standar data", "Menerbitkan data", "Menjaga data pribadi"],
            Budget = 45_000_000,
        },
        new(DemoChapter.Submitted, 9, 2, 0, "Mentor Internal")
        {
            Subjects = ["Peran mentor", "Percakapan yang membangun"],
            Officer = "pic2",
            Colour = TrainingColour.Orange,
        },
        new(DemoChapter.Returned, 10, 3, 0, "Patok Banding Layanan Terpadu")
        {
            Form = "patok-banding",
            Subjects = ["Persiapan", "Kunjungan", "Rencana penerapan"],
            Budget = 150_000_000,
            City = "Denpasar",
        },
        new(DemoChapter.Draft, 12, 5, 0, "Pelatihan Dasar Pranata Komputer")
        {
            Form = "diklat-fungsional",
            Subjects = ["Basis data", "Jaringan", "Keamanan", "Layanan TI", "Proyek"],
        },
        new(DemoChapter.Draft, 14, 5, 0, "Seminar Nasional Aparatur")
        {
            Scheme = DeliveryScheme.SentOut,
            Form = "seminar",
            Partner = "Perhimpunan Aparatur Indonesia",
            Subjects = ["Sidang pleno"],
            City = "Makassar",
            Officer = "pic2",
        },
    ];
}
