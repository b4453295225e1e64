using Pionir.Domain.Certificates;

namespace Pionir.Application.Tests.Certificates;

/// <summary>A certificate as the tests of printing and signing need it.</summary>
internal static class Papers
{
    public static CertificateSnapshot Snapshot(string name) =>
        new()
        {
            Number = "0001/PPK/SERT/XI/2026",
            Token = "abcdefghijklmnopqrstuvwxyz0",
            VerificationAddress = "https://pionir.contoh.go.id/v/abcdefghijklmnopqrstuvwxyz0",
            Issuer = new SnapshotIssuer("Kementerian Contoh", "Pusat Pengembangan Kompetensi", "Jakarta"),
            Holder = new SnapshotHolder(name, "NIP", "198507122010012003", null, "Biro Umum"),
            Training = new SnapshotTraining(
                "PPK-2026-0001",
                "Pelatihan Analisis Kebijakan Publik",
                "III",
                new DateOnly(2026, 11, 3),
                new DateOnly(2026, 11, 7),
                "Jakarta",
                40,
                [new SnapshotSubject("Pengantar", 10), new SnapshotSubject("Praktik", 30)]
            ),
            Signer = new SnapshotSigner("Dr. Budi Santoso, M.Si.", "Kepala Pusat", "Plt.", "197001011995011001"),
            IssuedOn = new DateOnly(2026, 11, 20),
            IssuedAt = "Jakarta",
        };
}
