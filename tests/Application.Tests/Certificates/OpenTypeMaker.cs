using System.Buffers.Binary;
using System.Text;
using Pionir.Infrastructure.Printing;

namespace Pionir.Application.Tests.Certificates;

/// <summary>
/// An OpenType font with CFF outlines, made of one that ships: its tables, and for each glyph the same few strokes, drawn
/// with hints, shared programs and every kind of curve.
/// </summary>
internal static class OpenTypeMaker
{
    private static readonly string[] Kept = ["head", "hhea", "maxp", "hmtx", "cmap", "post", "OS/2", "name"];

    /// <param name="keyed">Letters known by numbers alone, divided among parts with programs of their own (CID).</param>
    public static byte[] Make(string shipped, byte[]? glyph = null, bool keyed = false)
    {
        var font = TrueTypeFont.Load(shipped);
        var tables = Kept.Select(tag => (Tag: tag, Data: font.Table(tag).ToArray()))
            .Append(("CFF ", Curves(font.GlyphCount, glyph ?? Strokes(), keyed)))
            .ToList();
        var file = new List<byte>("OTTO"u8.ToArray());
        file.AddRange([0, (byte)tables.Count, 0, 0, 0, 0, 0, 0]);
        var offset = 12 + (16 * tables.Count);
        foreach (var (tag, data) in tables)
        {
            file.AddRange([.. Encoding.ASCII.GetBytes(tag), 0, 0, 0, 0, .. Long(offset), .. Long(data.Length)]);
            offset += data.Length;
        }
        foreach (var (_, data) in tables)
            file.AddRange(data);
        return [.. file];
    }

    private static byte[] Curves(int count, byte[] glyph, bool keyed)
    {
        byte[] own = [.. CffSubset.Number(6), 19];
        byte[] head = [1, 0, 4, 4, .. CffSubset.Index(["Trial"u8.ToArray()])];
        // A box, as a program that glyphs call.
        var shared = CffSubset.Index([
            [.. N(200), .. N(300), .. N(-200), 6, 11],
        ]);
        var mine = CffSubset.Index([
            [.. N(0), .. N(-107), 29, 11],
        ]);
        var glyphs = CffSubset.Index([.. Enumerable.Repeat(glyph, count)]);
        var start = head.Length + CffSubset.Index([keyed ? Keyed(0, 0, 0) : Top(0, 0)]).Length + 2 + shared.Length;
        var ownAt = start + glyphs.Length;
        if (keyed)
        {
            var partsAt = ownAt + own.Length + mine.Length;
            var part = Part(ownAt);
            var parts = CffSubset.Index([part, part]);
            var half = (byte)(count / 512);
            return
            [
                .. head,
                .. CffSubset.Index([Keyed(start, partsAt, partsAt + parts.Length)]),
                0,
                0,
                .. shared,
                .. glyphs,
                .. own,
                .. mine,
                .. parts,
                // The first of them up to a glyph in the middle, the second from there on.
                .. (byte[])[3, 0, 2, 0, 0, 0, half, 0, 1, (byte)(count >> 8), (byte)count],
            ];
        }
        return [.. head, .. CffSubset.Index([Top(start, ownAt)]), 0, 0, .. shared, .. glyphs, .. own, .. mine];

        byte[] Top(int glyphsAt, int at) => [.. CffSubset.Number(glyphsAt), 17, .. Part(at)];

        byte[] Part(int at) => [.. CffSubset.Number(own.Length), .. CffSubset.Number(at), 18];

        byte[] Keyed(int glyphsAt, int partsAt, int choiceAt) =>
            [
                .. N(1),
                .. N(1),
                .. N(0),
                12,
                30,
                .. CffSubset.Number(glyphsAt),
                17,
                .. CffSubset.Number(partsAt),
                12,
                36,
                .. CffSubset.Number(choiceAt),
                12,
                37,
            ];
    }

    // Width, two stems, a mask of hints; a box by a program of a program; then curves of each kind and a flex.
    private static byte[] Strokes() =>
        [
            .. N(500),
            .. N(0),
            .. N(20),
            18,
            .. N(0),
            .. N(20),
            19,
            0xC0,
            .. N(50),
            .. N(0),
            21,
            .. N(-107),
            10,
            .. N(300),
            22,
            .. N(10),
            .. N(20),
            .. N(30),
            .. N(40),
            .. N(50),
            .. N(60),
            8,
            .. N(10),
            .. N(20),
            .. N(30),
            .. N(40),
            27,
            .. N(10),
            .. N(20),
            .. N(30),
            .. N(40),
            .. N(5),
            31,
            .. N(10),
            .. N(20),
            .. N(30),
            .. N(40),
            .. N(50),
            .. N(60),
            .. N(-70),
            12,
            34,
            14,
        ];

    private static byte[] N(int value) =>
        value is >= -107 and <= 107 ? [(byte)(value + 139)] : [28, (byte)(value >> 8), (byte)value];

    private static byte[] Long(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
