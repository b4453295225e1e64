using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Pionir.Infrastructure.Signing;

/// <summary>
/// A certificate for installations that have none yet. Its name says that it proves nothing; its key lies in the database
/// under the keys of decision 14, so that all instances sign with the same.
/// </summary>
internal sealed class TestCertificates(NpgsqlDataSource database, IDataProtectionProvider protection, TimeProvider time)
{
    public const string Name = "SERTIFIKAT UJI - BUKAN TANDA TANGAN RESMI";

    private readonly IDataProtector protector = protection.CreateProtector("Pionir.TestCertificates");

    public async Task<(byte[] Certificate, ECDsa Key)> CurrentAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } known)
            return known;
        var now = time.GetUtcNow();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var certificate = Make(key, now);
        await using var insert = database.CreateCommand(
            "INSERT INTO signing_test_certificates (id, certificate, protected_key, created_at) VALUES ($1, $2, $3, $4)"
        );
        insert.Parameters.AddWithValue(Guid.CreateVersion7(now));
        insert.Parameters.AddWithValue(certificate);
        insert.Parameters.AddWithValue(protector.Protect(key.ExportPkcs8PrivateKey()));
        insert.Parameters.AddWithValue(now);
        await insert.ExecuteNonQueryAsync(cancellationToken);
        return await ReadAsync(cancellationToken)
            ?? throw new InvalidOperationException("The test certificate cannot be read back.");
    }

    private async Task<(byte[], ECDsa)?> ReadAsync(CancellationToken cancellationToken)
    {
        // Two instances that start at once may make one each; the older one is everybody's.
        await using var select = database.CreateCommand(
            "SELECT certificate, protected_key FROM signing_test_certificates ORDER BY created_at, id"
        );
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var certificate = reader.GetFieldValue<byte[]>(0);
            using var about = X509CertificateLoader.LoadCertificate(certificate);
            if (about.NotAfter.ToUniversalTime() < time.GetUtcNow().UtcDateTime)
                continue;
            try
            {
                var key = ECDsa.Create();
                key.ImportPkcs8PrivateKey(protector.Unprotect(reader.GetFieldValue<byte[]>(1)), out _);
                return (certificate, key);
            }
            catch (CryptographicException)
            {
                // Closed with keys that are gone; another one does as well, for it only tests.
            }
        }
        return null;
    }

    private static byte[] Make(ECDsa key, DateTimeOffset now)
    {
        var request = new CertificateRequest($"CN={Name},O=Pionir", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(
                X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation,
                critical: true
            )
        );
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(10));
        return certificate.RawData;
    }
}
