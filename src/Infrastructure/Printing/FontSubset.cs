using System.Buffers.Binary;
using System.Text;

namespace Pionir.Infrastructure.Printing;

/// <summary>
/// The glyphs of a font that a paper uses, renumbered from 1 in the order of their first use. A copy goes on with the
/// numbers of the original, so that text written against the original stays right.
/// </summary>
internal sealed class FontSubset
{
    private readonly Dictionary<int, ushort> numbers;
    private readonly List<(int CodePoint, ushort Glyph)> letters;

    public FontSubset(TrueTypeFont font, string letters)
    {
        Font = font;
        numbers = [];
        this.letters = [(0, 0)];
        foreach (var letter in letters.EnumerateRunes())
            Add(letter.Value);
    }

    private FontSubset(FontSubset original)
    {
        Font = original.Font;
        numbers = new(original.numbers);
        letters = [.. original.letters];
    }

    public TrueTypeFont Font { get; }

    public IReadOnlyList<(int CodePoint, ushort Glyph)> Letters => letters;

    public FontSubset Copy() => new(this);

    /// <summary>Number of the letter in this subset; 0 when it is not part of it.</summary>
    public ushort NumberOf(int codePoint) => numbers.GetValueOrDefault(codePoint);

    public int WidthOf(int codePoint) => Font.WidthOf(Font.GlyphOf(codePoint));

    /// <summary>False when the font has no such letter.</summary>
    public bool Add(int codePoint)
    {
        if (numbers.ContainsKey(codePoint))
            return true;
        if (!Font.Has(codePoint))
            return false;
        numbers[codePoint] = (ushort)letters.Count;
        letters.Add((codePoint, Font.GlyphOf(codePoint)));
        return true;
    }

    /// <summary>A TrueType file with these glyphs only and no hinting: what a PDF embeds.</summary>
    public byte[] ToTrueType()
    {
        var order = letters.Select(letter => letter.Glyph).ToList();
        var outlines = new List<byte[]>();
        // Accented letters are built from other glyphs; those are appended, numbered after the letters.
        for (var at = 0; at < order.Count; at++)
            outlines.Add(GlyphOutline.Strip(Font.Outline(order[at]), glyph => NumberFor(order, glyph)));

        var glyf = new MemoryStream();
        var loca = new MemoryStream();
        var hmtx = new MemoryStream();
        for (var at = 0; at < order.Count; at++)
        {
            Write32(loca, (uint)glyf.Length);
            glyf.Write(outlines[at]);
            while (glyf.Length % 4 != 0)
                glyf.WriteByte(0);
            Write16(hmtx, Font.AdvanceOf(order[at]));
            Write16(hmtx, (ushort)Font.BearingOf(order[at]));
        }
        Write32(loca, (uint)glyf.Length);

        var head = Font.Table("head").ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        var hhea = Font.Table("hhea").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)order.Count);
        var maxp = Font.Table("maxp").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)order.Count);
        return Assemble([
            ("glyf", glyf.ToArray()),
            ("head", head),
            ("hhea", hhea),
            ("hmtx", hmtx.ToArray()),
            ("loca", loca.ToArray()),
            ("maxp", maxp),
        ]);
    }

    private static ushort NumberFor(List<ushort> order, ushort glyph)
    {
        var at = order.IndexOf(glyph);
        if (at >= 0)
            return (ushort)at;
        order.Add(glyph);
        return (ushort)(order.Count - 1);
    }

    private static byte[] Assemble((string Tag, byte[] Data)[] tables)
    {
        var file = new MemoryStream();
        var selector = (int)Math.Log2(tables.Length);
        Write32(file, 0x00010000);
        Write16(file, (ushort)tables.Length);
        Write16(file, (ushort)(16 << selector));
        Write16(file, (ushort)selector);
        Write16(file, (ushort)((tables.Length * 16) - (16 << selector)));
        var offset = 12 + (16 * tables.Length);
        foreach (var (tag, data) in tables)
        {
            file.Write(Encoding.ASCII.GetBytes(tag));
            Write32(file, Checksum(data));
            Write32(file, (uint)offset);
            Write32(file, (uint)data.Length);
            offset += (data.Length + 3) & ~3;
        }
        foreach (var (_, data) in tables)
        {
            file.Write(data);
            while (file.Length % 4 != 0)
                file.WriteByte(0);
        }
        var bytes = file.ToArray();
        var head = 12 + (16 * tables.Length) + ((tables[0].Data.Length + 3) & ~3);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(head + 8), 0xB1B0AFBA - Checksum(bytes));
        return bytes;
    }

    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        uint sum = 0;
        for (var at = 0; at < data.Length; at++)
            sum += (uint)data[at] << (24 - (8 * (at & 3)));
        return sum;
    }

    private static void Write16(Stream target, ushort value)
    {
        target.WriteByte((byte)(value >> 8));
        target.WriteByte((byte)value);
    }

    private static void Write32(Stream target, uint value)
    {
        Write16(target, (ushort)(value >> 16));
        Write16(target, (ushort)value);
    }
}
