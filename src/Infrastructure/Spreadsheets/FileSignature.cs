using System.Text;

namespace Pionir.Infrastructure.Spreadsheets;

/// <summary>What a file is, told from its bytes.</summary>
internal static class FileSignature
{
    internal enum Kind
    {
        Unknown,
        Zip,
        Text,
        EncryptedOffice,
        LegacyOffice,
    }

    // OLE compound file: .xls, and the wrapper that Office puts around an encrypted .xlsx.
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] Zip = "PK\x03\x04"u8.ToArray();
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    // Kinds that would pass as text but are something else.
    private static readonly string[] NotTables = ["%PDF", "<!DOCTYPE", "<html", "<?xml", "<table", "<svg", "{\\rtf"];

    public static Kind Of(Stream content)
    {
        var head = new byte[4096];
        content.Position = 0;
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        var start = head.AsSpan(0, length);

        if (start.StartsWith(Zip))
        {
            return Kind.Zip;
        }

        if (start.StartsWith(Compound))
        {
            return Holds(content, EncryptedPackage) ? Kind.EncryptedOffice : Kind.LegacyOffice;
        }

        return LooksLikeText(start) ? Kind.Text : Kind.Unknown;
    }

    private static bool LooksLikeText(ReadOnlySpan<byte> start)
    {
        var text = TextEncoding.Glance(start);
        if (NotTables.Any(mark => text.AsSpan().TrimStart().StartsWith(mark, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        return !text.Any(letter => char.IsControl(letter) && letter is not ('\t' or '\r' or '\n' or '\u0085'));
    }

    private static bool Holds(Stream content, byte[] mark)
    {
        const int MostBytes = 64 * 1024 * 1024;
        var buffer = new byte[81920];
        int kept = 0,
            total = 0,
            read;
        while (total < MostBytes && (read = content.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var filled = kept + read;
            if (buffer.AsSpan(0, filled).IndexOf(mark) >= 0)
            {
                return true;
            }

            // The mark may lie across two reads.
            kept = Math.Min(mark.Length - 1, filled);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
            total += read;
        }
        return false;
    }
}
