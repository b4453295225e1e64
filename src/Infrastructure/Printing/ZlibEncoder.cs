using System.Buffers.Binary;

namespace Pionir.Infrastructure.Printing;

/// <summary>
/// Packs with fixed Huffman codes and short matches. The framework's own compressor packs a little better but may give
/// other bytes with the next version of the runtime; papers must come out the same for ever.
/// </summary>
internal static class ZlibEncoder
{
    private const int HashBits = 13;
    private const int WindowSize = 32 * 1024;
    private const int MatchMinimum = 3;
    private const int MatchMaximum = 258;

    internal static readonly int[] LengthBase =
    [
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        11,
        13,
        15,
        17,
        19,
        23,
        27,
        31,
        35,
        43,
        51,
        59,
        67,
        83,
        99,
        115,
        131,
        163,
        195,
        227,
        258,
    ];
    internal static readonly int[] LengthExtra =
    [
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        1,
        1,
        1,
        1,
        2,
        2,
        2,
        2,
        3,
        3,
        3,
        3,
        4,
        4,
        4,
        4,
        5,
        5,
        5,
        5,
        0,
    ];
    internal static readonly int[] DistanceBase =
    [
        1,
        2,
        3,
        4,
        5,
        7,
        9,
        13,
        17,
        25,
        33,
        49,
        65,
        97,
        129,
        193,
        257,
        385,
        513,
        769,
        1025,
        1537,
        2049,
        3073,
        4097,
        6145,
        8193,
        12289,
        16385,
        24577,
    ];

    public static byte[] Encode(ReadOnlySpan<byte> data)
    {
        var bits = new BitWriter(data.Length + (data.Length / 8) + 32);
        bits.Write(0x78, 8);
        bits.Write(0x9C, 8);
        bits.Write(0b011, 3);
        Span<int> heads = stackalloc int[1 << HashBits];
        heads.Fill(-1);
        var at = 0;
        while (at < data.Length)
        {
            var length = 0;
            var distance = 0;
            if (at + MatchMinimum <= data.Length)
            {
                var hash = Hash(data, at);
                var candidate = heads[hash];
                heads[hash] = at;
                if (candidate >= 0 && at - candidate <= WindowSize)
                {
                    distance = at - candidate;
                    length = data[at..Math.Min(data.Length, at + MatchMaximum)].CommonPrefixLength(data[candidate..]);
                }
            }
            if (length < MatchMinimum)
            {
                WriteSymbol(ref bits, data[at++]);
                continue;
            }
            WriteMatch(ref bits, length, distance);
            for (var inside = at + 1; inside < at + length && inside + MatchMinimum <= data.Length; inside++)
                heads[Hash(data, inside)] = inside;
            at += length;
        }
        WriteSymbol(ref bits, 256);
        return bits.Finish(Adler(data));
    }

    private static int Hash(ReadOnlySpan<byte> data, int at) =>
        (int)(((uint)(data[at] | (data[at + 1] << 8) | (data[at + 2] << 16)) * 2654435761u) >> (32 - HashBits));

    private static void WriteSymbol(ref BitWriter bits, int symbol)
    {
        if (symbol < 144)
            bits.WriteReversed(0x30 + symbol, 8);
        else if (symbol < 256)
            bits.WriteReversed(0x190 + symbol - 144, 9);
        else if (symbol < 280)
            bits.WriteReversed(symbol - 256, 7);
        else
            bits.WriteReversed(0xC0 + symbol - 280, 8);
    }

    private static void WriteMatch(ref BitWriter bits, int length, int distance)
    {
        var code = Below(LengthBase, length);
        WriteSymbol(ref bits, 257 + code);
        bits.Write((uint)(length - LengthBase[code]), LengthExtra[code]);
        var far = Below(DistanceBase, distance);
        bits.WriteReversed(far, 5);
        bits.Write((uint)(distance - DistanceBase[far]), far < 4 ? 0 : (far / 2) - 1);
    }

    internal static int Below(int[] bases, int value)
    {
        var found = Array.BinarySearch(bases, value);
        return found >= 0 ? found : ~found - 1;
    }

    internal static uint Adler(ReadOnlySpan<byte> data)
    {
        uint low = 1,
            high = 0;
        foreach (var value in data)
        {
            low = (low + value) % 65521;
            high = (high + low) % 65521;
        }
        return (high << 16) | low;
    }

    internal struct BitWriter(int capacity)
    {
        private byte[] buffer = new byte[capacity];
        private int used;
        private ulong pending;
        private int count;

        public void Write(uint value, int bits)
        {
            pending |= (ulong)value << count;
            count += bits;
            if (used + 8 >= buffer.Length)
                Array.Resize(ref buffer, (buffer.Length * 2) + 16);
            while (count >= 8)
            {
                buffer[used++] = (byte)pending;
                pending >>= 8;
                count -= 8;
            }
        }

        /// <summary>Huffman codes go in with their highest bit first.</summary>
        public void WriteReversed(int code, int bits)
        {
            uint reversed = 0;
            for (var bit = 0; bit < bits; bit++)
                reversed |= (uint)((code >> bit) & 1) << (bits - 1 - bit);
            Write(reversed, bits);
        }

        public byte[] Finish(uint adler)
        {
            if (count > 0)
                Write(0, 8 - count);
            var result = new byte[used + 4];
            buffer.AsSpan(0, used).CopyTo(result);
            BinaryPrimitives.WriteUInt32BigEndian(result.AsSpan(used), adler);
            return result;
        }
    }
}
