using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using Pionir.Application.Common.Signing;

namespace Pionir.Infrastructure.Signing;

/// <inheritdoc cref="IPaperInspector"/>
/// <remarks>
/// A signature's place stands unpacked in every signed PDF (ISO 32000-1, 12.8.1), and so does what Pionir writes about its
/// own papers; that is all that is looked for. No object is followed, so no file can lead astray.
/// </remarks>
internal sealed partial class PaperInspector : IPaperInspector
{
    private const int SignaturesMaximum = 4;
    private const int SignatureBytesMaximum = 256 * 1024;
    private const int NearMaximum = 4096;
    private const string SignatureTimestamp = "1.2.840.113549.1.9.16.2.14";

    public PaperReading Read(byte[] file) => new(Token(file), Title(file), Signatures(file));

    private static string? Token(ReadOnlySpan<byte> file)
    {
        var address = Between(file, "<dc:identifier>"u8, (byte)'<');
        return address is null ? null : address[(address.LastIndexOf('/') + 1)..];
    }

    private static string? Title(ReadOnlySpan<byte> file)
    {
        if (Between(file, "/Title <FEFF"u8, (byte)'>') is not { } letters || letters.Length % 4 != 0)
            return null;
        var bytes = new byte[letters.Length / 2];
        return Convert.FromHexString(letters, bytes, out _, out _) == System.Buffers.OperationStatus.Done
            ? Encoding.BigEndianUnicode.GetString(bytes)
            : null;
    }

    private static string? Between(ReadOnlySpan<byte> file, ReadOnlySpan<byte> before, byte after)
    {
        var start = file.IndexOf(before);
        if (start < 0)
            return null;
        var rest = file[(start + before.Length)..];
        var length = rest[..Math.Min(rest.Length, NearMaximum)].IndexOf(after);
        return length < 0 ? null : Encoding.Latin1.GetString(rest[..length]);
    }

    private static List<PaperSignature> Signatures(byte[] file)
    {
        var found = new List<PaperSignature>();
        var from = 0;
        while (found.Count < SignaturesMaximum)
        {
            var at = file.AsSpan(from).IndexOf("/ByteRange"u8);
            if (at < 0)
                break;
            from += at;
            if (Range(file, from) is { } range)
                found.Add(Check(file, range, from));
            from += "/ByteRange".Length;
        }
        return found;
    }

    /// <summary>From the beginning, around a hole that holds nothing but the signature, not beyond the end.</summary>
    private static (int Hole, int After, int End)? Range(byte[] file, int at)
    {
        var text = Encoding.Latin1.GetString(file.AsSpan(at, Math.Min(128, file.Length - at)));
        var match = ByteRange().Match(text);
        if (!match.Success)
            return null;
        var numbers = match
            .Groups.Values.Skip(1)
            .Select(group =>
                long.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1
            )
            .ToArray();
        var (start, hole, after, rest) = (numbers[0], numbers[1], numbers[2], numbers[3]);
        return
            start == 0
            && hole > 0
            && after > hole + 1
            && rest >= 0
            && after <= file.Length
            && rest <= file.Length - after
            && file[hole] == '<'
            && file[after - 1] == '>'
            && after - hole - 2 <= 2L * SignatureBytesMaximum
            ? ((int)hole, (int)after, (int)(after + rest))
            : null;
    }

    private static PaperSignature Check(byte[] file, (int Hole, int After, int End) range, int at)
    {
        var claimed = SignedAt(file, at);
        try
        {
            var letters = Encoding.Latin1.GetString(file.AsSpan(range.Hole + 1, range.After - range.Hole - 2));
            var cms = new SignedCms(
                new ContentInfo([.. file.AsSpan(0, range.Hole), .. file.AsSpan(range.After, range.End - range.After)]),
                detached: true
            );
            cms.Decode(Convert.FromHexString(letters));
            if (cms.SignerInfos.Count != 1 || cms.SignerInfos[0].Certificate is not { } certificate)
                return Unreadable(range.End, claimed);
            return new PaperSignature(
                Holds(cms) ? SignatureState.Valid : SignatureState.Invalid,
                Shown(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)),
                SHA256.HashData(certificate.RawDataMemory.Span),
                claimed,
                Timestamp(cms.SignerInfos[0]),
                range.End
            );
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException or ArgumentException)
        {
            return Unreadable(range.End, claimed);
        }
    }

    private static PaperSignature Unreadable(long end, DateTimeOffset? claimed) =>
        new(SignatureState.Unreadable, "", [], claimed, null, end);

    private static bool Holds(SignedCms cms)
    {
        try
        {
            cms.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static DateTimeOffset? Timestamp(SignerInfo signer)
    {
        var attribute = signer
            .UnsignedAttributes.Cast<CryptographicAttributeObject>()
            .FirstOrDefault(attribute => attribute.Oid.Value == SignatureTimestamp);
        return
            attribute is { Values.Count: 1 }
            && Rfc3161TimestampToken.TryDecode(attribute.Values[0].RawData, out var token, out _)
            && token.VerifySignatureForSignerInfo(signer, out _)
            ? token.TokenInfo.Timestamp
            : null;
    }

    /// <summary>The date in the signature's own dictionary: near its range, before or behind it.</summary>
    private static DateTimeOffset? SignedAt(byte[] file, int at)
    {
        var from = Math.Max(0, at - 512);
        var text = Encoding.Latin1.GetString(file.AsSpan(from, Math.Min(1024, file.Length - from)));
        var match = SigningDate().Matches(text).LastOrDefault();
        return
            match is not null
            && DateTimeOffset.TryParseExact(
                match.Groups[1].ValueSpan,
                "yyyyMMddHHmmss",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var date
            )
            ? date
            : null;
    }

    private static string Shown(string name) => string.Concat(name.Where(letter => !char.IsControl(letter)).Take(200));

    [GeneratedRegex(
        @"^/ByteRange\s{0,8}\[\s{0,8}(\d{1,10})\s{1,8}(\d{1,10})\s{1,8}(\d{1,10})\s{1,8}(\d{1,10})\s{0,40}\]"
    )]
    private static partial Regex ByteRange();

    [GeneratedRegex(@"/M\s?\(D:(\d{14})Z")]
    private static partial Regex SigningDate();
}
