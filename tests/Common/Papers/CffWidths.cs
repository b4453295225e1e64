using System.Buffers.Binary;

namespace Pionir.Tests.Common.Papers;

/// <summary>Reads a CFF font (Adobe Technical Note 5176) as far as to the width that each letter states.</summary>
internal static class CffWidths
{
    private const int ProgramsEntry = 17;

    public static IReadOnlyList<long> Of(byte[] font)
    {
        var (_, names) = Pieces(font, font[2]);
        var (tops, _) = Pieces(font, names);
        return [.. Pieces(font, Entry(tops.Single(), ProgramsEntry)).Pieces.Select(Width)];
    }

    private static (List<byte[]> Pieces, int End) Pieces(byte[] font, int at)
    {
        var (count, size) = (BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(at)), font[at + 2]);
        var start = at + 2 + (size * (count + 1));
        var offsets = Enumerable.Range(0, count + 1).Select(Offset).ToList();
        return ([.. Enumerable.Range(0, count).Select(one => font[offsets[one]..offsets[one + 1]])], offsets[count]);

        int Offset(int one) =>
            start + font.AsSpan(at + 3 + (one * size), size).ToArray().Aggregate(0, (sum, part) => (sum << 8) | part);
    }

    private static int Entry(byte[] dictionary, int wanted)
    {
        var last = 0;
        for (var at = 0; at < dictionary.Length; )
        {
            if (dictionary[at] == 29)
            {
                last = BinaryPrimitives.ReadInt32BigEndian(dictionary.AsSpan(at + 1));
                at += 5;
                continue;
            }
            if (dictionary[at] == wanted)
                return last;
            at += dictionary[at] == 12 ? 2 : 1;
        }
        throw new InvalidDataException($"A font without entry {wanted}.");
    }

    private static long Width(byte[] program) =>
        program[0] == 28 ? BinaryPrimitives.ReadInt16BigEndian(program.AsSpan(1)) : program[0] - 139;
}
