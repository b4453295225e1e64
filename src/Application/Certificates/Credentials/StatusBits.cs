using System.IO.Compression;

namespace Pionir.Application.Certificates.Credentials;

/// <summary>
/// One bit for each credential (W3C Bitstring Status List): set when it no longer holds. A list is so long that asking for
/// it tells nobody which credential one was shown.
/// </summary>
internal static class StatusBits
{
    public const int Size = 131_072;

    public static string Encode(IEnumerable<int> ended)
    {
        var bits = new byte[Size / 8];
        foreach (var index in ended)
            bits[index / 8] |= (byte)(0b1000_0000 >> (index % 8));
        var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            zip.Write(bits);
        }
        return Multibase.Base64Url(packed.ToArray());
    }
}
