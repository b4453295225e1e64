using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Security;

public sealed class KeyEncryptionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Password = "uji";

    [Fact]
    public async Task Keys_LieEncryptedInTheDatabase_AndEveryInstanceWithTheCertificateReadsThem()
    {
        var account = await api.AccountAsync((Role.TrainingOfficer, null));
        await api.SqlAsync($"DELETE FROM data_protection_keys");
        using var file = new TemporaryCertificate();
        await using var first = Host(file.Path);
        await using var second = Host(file.Path);
        using var page = new PageClient(first);
        (await page.SignInAsync(account.Email, People.Password)).EnsureSuccessStatusCode();

        using var other = new PageClient(second);
        foreach (var (name, value) in page.Cookies)
        {
            other.Cookies[name] = value;
        }
        var session = await other.Http.GetStringAsync("/api/v1/session");
        var keys = await api.ScalarAsync<string>($"SELECT string_agg(xml, '') FROM data_protection_keys");

        session.ShouldContain(account.Email);
        keys.ShouldContain("EncryptedData");
        keys.ShouldNotContain("<masterKey");
    }

    private PionirHost Host(string certificate) =>
        new(
            api.Database.OwnerConnection,
            api.Database.AppConnection,
            api.Clock,
            new Dictionary<string, string>
            {
                ["DataProtection:Certificate"] = certificate,
                ["DataProtection:CertificatePassword"] = Password,
            }
        );

    private sealed class TemporaryCertificate : IDisposable
    {
        public TemporaryCertificate()
        {
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=Pionir", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
            File.WriteAllBytes(Path, certificate.Export(X509ContentType.Pfx, Password));
        }

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
