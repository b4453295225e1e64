using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
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

    /// <summary>As it is printed today: small objects packed, the credential attached.</summary>
    public static CertificateSnapshot Today(CertificateSnapshot snapshot) =>
        snapshot with
        {
            FileForm = CertificateSnapshot.NewestFileForm,
        };

    /// <summary>About as long as a real one, which names the subjects.</summary>
    public static byte[] Credential(CertificateSnapshot snapshot) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                id = snapshot.VerificationAddress,
                type = new[] { "VerifiableCredential", "OpenBadgeCredential" },
                criteria = string.Join("; ", snapshot.Training.Subjects.Select(subject => subject.Name)),
                proof = Convert.ToHexStringLower(SHA512.HashData(Encoding.UTF8.GetBytes(snapshot.Token))),
                rest = Enumerable
                    .Range(1, 40)
                    .Select(at => Convert.ToHexStringLower(SHA256.HashData([(byte)at])))
                    .ToArray(),
            }
        );
}
