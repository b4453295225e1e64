using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Pionir.Domain.Identity;

/// <summary>
/// Passwords of eight characters and more that stand in leaked lists most often. From the frequency list of zxcvbn 4.4.2
/// (Dan Wheeler and Dropbox, MIT licence), kept as the first eight octets of their SHA-256: many are insults, and nobody
/// needs to read them.
/// </summary>
public static class LeakedPasswords
{
    public const int Shortest = 8;
    private const int HashOctets = 8;

    private static readonly FrozenSet<ulong> Known = Load();

    /// <summary>The longest leaked password inside this one; nothing when there is none.</summary>
    public static int LongestIn(string password)
    {
        for (var length = password.Length; length >= Shortest; length--)
        {
            for (var start = 0; start + length <= password.Length; start++)
            {
                if (Known.Contains(HashOf(password.AsSpan(start, length))))
                {
                    return length;
                }
            }
        }
        return 0;
    }

    private static ulong HashOf(ReadOnlySpan<char> text)
    {
        Span<byte> octets = stackalloc byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var count = Encoding.UTF8.GetBytes(text, octets);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(octets[..count], hash);
        return BitConverter.ToUInt64(hash);
    }

    private static FrozenSet<ulong> Load()
    {
        using var file =
            Assembly.GetExecutingAssembly().GetManifestResourceStream("leaked-passwords.bin")
            ?? throw new InvalidOperationException("The list of leaked passwords is not in the assembly.");
        var octets = new byte[file.Length];
        file.ReadExactly(octets);
        return octets.Chunk(HashOctets).Select(hash => BitConverter.ToUInt64(hash)).ToFrozenSet();
    }
}
