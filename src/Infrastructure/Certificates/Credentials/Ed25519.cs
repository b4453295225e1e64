using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Pionir.Infrastructure.Certificates.Credentials;

/// <summary>
/// Ed25519 signatures by OpenSSL, which .NET itself stands on wherever it runs on Linux but whose Ed25519 it does not offer.
/// Not written by ourselves: a signature whose making takes a time that depends on the key gives the key away.
/// </summary>
internal static class Ed25519
{
    public const int SeedLength = 32;
    private const int SignatureLength = 64;
    private const int KeyType = 1087;
    private const string Library = "libcrypto";

    static Ed25519() => NativeLibrary.SetDllImportResolver(typeof(Ed25519).Assembly, Resolve);

    public static byte[] PublicKey(byte[] seed)
    {
        using var key = Open(seed);
        var length = (nuint)SeedLength;
        var publicKey = new byte[SeedLength];
        Check(EVP_PKEY_get_raw_public_key(key, publicKey, ref length));
        return publicKey;
    }

    public static byte[] Sign(byte[] seed, byte[] data)
    {
        using var key = Open(seed);
        using var context = EVP_MD_CTX_new();
        var length = (nuint)SignatureLength;
        var signature = new byte[SignatureLength];
        Check(EVP_DigestSignInit(context, 0, 0, 0, key));
        Check(EVP_DigestSign(context, signature, ref length, data, (nuint)data.Length));
        return signature;
    }

    public static bool Verify(byte[] publicKey, byte[] data, byte[] signature)
    {
        using var key = EVP_PKEY_new_raw_public_key(KeyType, 0, publicKey, (nuint)publicKey.Length);
        using var context = EVP_MD_CTX_new();
        return !key.IsInvalid
            && EVP_DigestVerifyInit(context, 0, 0, 0, key) == 1
            && EVP_DigestVerify(context, signature, (nuint)signature.Length, data, (nuint)data.Length) == 1;
    }

    private static KeyHandle Open(byte[] seed)
    {
        var key = EVP_PKEY_new_raw_private_key(KeyType, 0, seed, (nuint)seed.Length);
        return key.IsInvalid ? throw new CryptographicException("OpenSSL takes no Ed25519 key.") : key;
    }

    private static void Check(int answer)
    {
        if (answer != 1)
            throw new CryptographicException("OpenSSL does not sign with Ed25519.");
    }

    private static nint Resolve(string name, System.Reflection.Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library)
            return 0;
        string[] files =
        [
            "libcrypto.so.3",
            "libcrypto.so.1.1",
            "libcrypto.3.dylib",
            "/opt/homebrew/opt/openssl@3/lib/libcrypto.3.dylib",
            "libcrypto-3-x64.dll",
        ];
        foreach (var file in files)
        {
            if (NativeLibrary.TryLoad(file, out var handle))
                return handle;
        }
        throw new PlatformNotSupportedException(
            "Credentials are signed with OpenSSL 1.1.1 or newer (libcrypto), which is not on this machine."
        );
    }

    [DllImport(Library)]
    private static extern KeyHandle EVP_PKEY_new_raw_private_key(int type, nint engine, byte[] key, nuint length);

    [DllImport(Library)]
    private static extern int EVP_PKEY_get_raw_public_key(KeyHandle key, byte[] publicKey, ref nuint length);

    [DllImport(Library)]
    private static extern void EVP_PKEY_free(nint key);

    [DllImport(Library)]
    private static extern ContextHandle EVP_MD_CTX_new();

    [DllImport(Library)]
    private static extern void EVP_MD_CTX_free(nint context);

    [DllImport(Library)]
    private static extern int EVP_DigestSignInit(
        ContextHandle context,
        nint keyContext,
        nint digest,
        nint engine,
        KeyHandle key
    );

    [DllImport(Library)]
    private static extern int EVP_DigestSign(
        ContextHandle context,
        byte[] signature,
        ref nuint signatureLength,
        byte[] data,
        nuint dataLength
    );

    [DllImport(Library)]
    private static extern KeyHandle EVP_PKEY_new_raw_public_key(int type, nint engine, byte[] key, nuint length);

    [DllImport(Library)]
    private static extern int EVP_DigestVerifyInit(
        ContextHandle context,
        nint keyContext,
        nint digest,
        nint engine,
        KeyHandle key
    );

    [DllImport(Library)]
    private static extern int EVP_DigestVerify(
        ContextHandle context,
        byte[] signature,
        nuint signatureLength,
        byte[] data,
        nuint dataLength
    );

    private sealed class KeyHandle() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            EVP_PKEY_free(handle);
            return true;
        }
    }

    private sealed class ContextHandle() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            EVP_MD_CTX_free(handle);
            return true;
        }
    }
}
