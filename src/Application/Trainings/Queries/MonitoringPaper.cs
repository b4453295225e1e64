using Pionir.Application.Common.Printing;

namespace Pionir.Application.Trainings.Queries;

/// <summary>The head of a monitoring form.</summary>
/// <param name="Columns">Among them one of people's numbers, headed as the institution calls them.</param>
/// <param name="Missing">What to do while it has no rows.</param>
internal sealed record MonitoringPaper(string Name, string Title, TableColumn[] Columns, string Missing)
{
    private static TableColumn[] AttendanceColumns(string numbers) =>
        [
            new("No.", 1, TableAlignment.Right),
            new("Nama", 6),
            new(numbers, 4),
            new("Unit/Instansi", 5),
            new("Penuh", 1.4, TableAlignment.Right, "Kehadiran (sesi)"),
            new("Sebagian", 1.9, TableAlignment.Right, "Kehadiran (sesi)"),
            new("Tidak hadir", 1.6, TableAlignment.Right, "Kehadiran (sesi)"),
            new("Izin", 1.4, TableAlignment.Right, "Kehadiran (sesi)"),
            new("Belum dicatat", 1.6, TableAlignment.Right),
            new("Menit hadir", 1.6, TableAlignment.Right),
            new("Persen", 1.4, TableAlignment.Right),
        ];

    public static MonitoringPaper Attendance(string numbers) =>
        new(
            "formulir-3.3",
            "Formulir 3.3 Monitoring kehadiran",
            AttendanceColumns(numbers),
            "Belum ada peserta terkonfirmasi. Formulir ini terisi sejak peserta mengonfirmasi dan kehadirannya dicatat."
        );

    public static MonitoringPaper Coaching(string numbers) =>
        new(
            "formulir-3.4",
            "Formulir 3.4 Monitoring coaching dan mentoring",
            CoachingColumns(numbers, "Coach/mentor"),
            "Belum ada kontrak belajar. Catat coach atau mentor, tujuan, dan jumlah pertemuan setiap peserta di tab Coaching "
                + "pelatihan ini, lalu catat pertemuan yang terlaksana: formulir ini terisi sendiri."
        );

    public static MonitoringPaper Supervision(string numbers) =>
        new(
            "pemantauan-atasan",
            "Pemantauan belajar mandiri dan komunitas belajar oleh atasan",
            CoachingColumns(numbers, "Atasan"),
            "Belum ada pemantauan. Serahkan pemantauan kepada atasan peserta di tab Coaching pelatihan ini: daftar ini terisi "
                + "dari catatan mereka."
        );

    private static TableColumn[] CoachingColumns(string numbers, string companion) =>
        [
            new("No.", 1, TableAlignment.Right),
            new("Nama", 5),
            new(numbers, 4.7),
            new("Bentuk", 2.4),
            new(companion, 4),
            new("Kontrak belajar", 5),
            new("Disepakati", 2.6, TableAlignment.Right, "Pertemuan"),
            new("Terlaksana", 2.6, TableAlignment.Right, "Pertemuan"),
            new("Tanggal pelaksanaan", 5.2),
        ];
}
