using System.Buffers.Binary;
using System.Text;

namespace Pionir.Infrastructure.Printing;

/// <summary>What a font calls itself; never trusted further than to be shown.</summary>
/// <param name="Full">For people.</param>
/// <param name="PostScript">For the PDF: letters, digits and hyphens only.</param>
internal sealed record FontName(string Full, string PostScript)
{
    private const int LengthMaximum = 60;

    public static FontName Of(byte[] data)
    {
        var full = Find(data, 4) ?? Find(data, 1) ?? "Font";
        var bare = string.Concat(
            (Find(data, 6) ?? full).Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
        );
        return new FontName(full, bare.Length == 0 ? "Font" : bare);
    }

    private static string? Find(ReadOnlySpan<byte> data, int wanted)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(data[4..]);
        for (var at = 0; at < count; at++)
        {
            var record = data.Slice(12 + (16 * at), 16);
            if (!record[..4].SequenceEqual("name"u8))
                continue;
            var table = data.Slice(
                (int)BinaryPrimitives.ReadUInt32BigEndian(record[8..]),
                (int)BinaryPrimitives.ReadUInt32BigEndian(record[12..])
            );
            return Find(table, wanted);
        }
        return null;

        static string? Find(ReadOnlySpan<byte> table, int wanted)
        {
            if (table.Length < 6)
                return null;
            var (count, store) = (U16(table, 2), U16(table, 4));
            for (var at = 0; at < count && 18 + (12 * at) <= table.Length; at++)
            {
                var record = table.Slice(6 + (12 * at), 12);
                // Windows names in Unicode; every font of this century has them.
                if (U16(record, 0) != 3 || U16(record, 6) != wanted)
                    continue;
                var (length, offset) = (U16(record, 8), store + U16(record, 10));
                if (offset + length > table.Length)
                    continue;
                var text = Encoding.BigEndianUnicode.GetString(table.Slice(offset, length));
                var clean = string.Concat(
                    text.Where(letter => letter >= ' ' && !char.IsSurrogate(letter) && letter != 0x7F)
                );
                if (clean.Trim().Length > 0)
                    return clean.Trim()[..Math.Min(clean.Trim().Length, LengthMaximum)];
            }
            return null;
        }

        static int U16(ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadUInt16BigEndian(table[at..]);
    }
}
