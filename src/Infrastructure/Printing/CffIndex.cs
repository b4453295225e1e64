using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Pionir.Infrastructure.Printing;

/// <summary>A list of pieces inside a CFF table; every piece lies inside the table.</summary>
internal sealed record CffIndex(int[] Offsets, int End)
{
    public static readonly CffIndex Empty = new([0], 0);

    public int Count => Offsets.Length - 1;

    public static CffIndex Read(byte[] data, int at)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));
        if (count == 0)
            return new CffIndex([0], at + 2);
        var size = data[at + 2];
        var start = at + 2 + (size * (count + 1));
        var offsets = new int[count + 1];
        for (var piece = 0; piece <= count; piece++)
        {
            var offset = 0L;
            foreach (var part in data.AsSpan(at + 3 + (piece * size), size))
                offset = (offset << 8) | part;
            offset += start;
            if (size is 0 or > 4 || offset > data.Length || offset < (piece == 0 ? start + 1 : offsets[piece - 1]))
                throw new InvalidDataException("A piece outside its table.");
            offsets[piece] = (int)offset;
        }
        return new CffIndex(offsets, offsets[count]);
    }

    public ReadOnlySpan<byte> Of(byte[] data, int piece) =>
        data.AsSpan(Offsets[piece], Offsets[piece + 1] - Offsets[piece]);
}

/// <summary>Numbers by the operator after them; operators of two bytes as 0x0Cnn.</summary>
internal static class CffDictionary
{
    private const string Digits = "0123456789.EE -";

    public static Dictionary<int, double[]> Read(ReadOnlySpan<byte> data)
    {
        var entries = new Dictionary<int, double[]>();
        var numbers = new List<double>();
        for (var at = 0; at < data.Length; )
        {
            int first = data[at++];
            if (first <= 21)
            {
                entries[first == 12 ? 0x0C00 | data[at++] : first] = [.. numbers];
                numbers.Clear();
                continue;
            }
            numbers.Add(
                first switch
                {
                    28 => BinaryPrimitives.ReadInt16BigEndian(data[((at += 2) - 2)..]),
                    29 => BinaryPrimitives.ReadInt32BigEndian(data[((at += 4) - 4)..]),
                    30 => Real(data, ref at),
                    >= 32 and <= 246 => first - 139,
                    >= 247 and <= 250 => ((first - 247) * 256) + data[at++] + 108,
                    >= 251 and <= 254 => -((first - 251) * 256) - data[at++] - 108,
                    _ => throw new InvalidDataException("A number that is none."),
                }
            );
        }
        return entries;
    }

    // Two digits a byte; the last one ends the number.
    private static double Real(ReadOnlySpan<byte> data, ref int at)
    {
        var text = new StringBuilder();
        while (true)
        {
            var both = data[at++];
            foreach (var digit in (ReadOnlySpan<int>)[both >> 4, both & 15])
            {
                if (digit == 15)
                {
                    return double.TryParse(
                        text.ToString(),
                        NumberStyles.Float,
                        CultureInfo.InvariantCulture,
                        out var number
                    )
                        ? number
                        : throw new InvalidDataException("A number that is none.");
                }
                text.Append(digit == 12 ? "E-" : Digits[digit].ToString());
            }
        }
    }
}
