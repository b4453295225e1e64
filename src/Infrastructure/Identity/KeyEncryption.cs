using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;

namespace Pionir.Infrastructure.Identity;

/// <summary>
/// With a certificate, the keys that protect cookies and second factors lie encrypted in the database, so that a copy of
/// the database alone opens no session. Earlier certificates go on opening what they closed.
/// </summary>
internal static class KeyEncryption
{
    public static void EncryptKeys(this IDataProtectionBuilder builder, IConfiguration configuration)
    {
        var section = configuration.GetSection("DataProtection");
        if (section["Certificate"] is not { Length: > 0 } path)
        {
            return;
        }
        var password = section["CertificatePassword"];
        var current = Load(path, password);
        var earlier = (section.GetSection("EarlierCertificates").Get<string[]>() ?? []).Select(file =>
            Load(file, password)
        );
        builder.ProtectKeysWithCertificate(current).UnprotectKeysWithAnyCertificate([current, .. earlier]);
    }

    private static X509Certificate2 Load(string path, string? password) =>
        X509CertificateLoader.LoadPkcs12FromFile(path, password);
}
