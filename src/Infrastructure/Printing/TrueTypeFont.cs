using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;

namespace Pionir.Infrastructure.Printing;

/// <summary>
/// What printing needs of a TrueType or OpenType file: which glyph a letter has, how wide it is, and its outline.
/// </summary>
internal sealed class TrueTypeFont
{
    private static readonly ConcurrentDictionary<string, TrueTypeFont> Shipped = new();

    private readonly byte[] data;
    private readonly Dictionary<string, (int Offset, int Length)> tables = [];
    private readonly Dictionary<int, ushort> glyphs = [];
    private readonly ushort[] advances;
    private readonly bool longOffsets;
    private readonly CffFont? curves;
    private readonly Lazy<FontKerning> kerning;

    private TrueTypeFont(byte[] data, string name)
    {
        this.data = data;
        Name = name;
        var count = U16(4);
        for (var at = 0; at < count; at++)
        {
            var record = 12 + (16 * at);
            tables[Encoding.ASCII.GetString(data, record, 4)] = ((int)U32(record + 8), (int)U32(record + 12));
        }
        var head = tables["head"].Offset;
        UnitsPerEm = U16(head + 18);
        Box = [I16(head + 36), I16(head + 38), I16(head + 40), I16(head + 42)];
        longOffsets = U16(head + 50) == 1;
        var hhea = tables["hhea"].Offset;
        Ascent = I16(hhea + 4);
        Descent = I16(hhea + 6);
        GlyphCount = U16(tables["maxp"].Offset + 4);
        advances = ReadAdvances(U16(hhea + 34));
        ItalicAngle = I16(tables["post"].Offset + 4);
        var os2 = tables["OS/2"].Offset;
        Weight = U16(os2 + 4);
        CapHeight = U16(os2) >= 2 ? I16(os2 + 88) : Ascent * 2 / 3;
        ReadCharacters();
        if (tables.ContainsKey("CFF "))
            curves = new CffFont(Table("CFF "), UnitsPerEm);
        kerning = new(() => new FontKerning(Table("GPOS"), Table("kern")));
    }

    public string Name { get; }
    public int UnitsPerEm { get; }
    public int[] Box { get; }
    public int Ascent { get; }
    public int Descent { get; }
    public int CapHeight { get; }
    public int ItalicAngle { get; }
    public int Weight { get; }
    public int GlyphCount { get; }

    /// <summary>Outlines are PostScript's (<see cref="Steps"/>), not TrueType's (<see cref="Outline"/>).</summary>
    public bool IsPostScript => curves is not null;

    /// <summary>A font that ships with the product, read once.</summary>
    public static TrueTypeFont Load(string name) =>
        Shipped.GetOrAdd(
            name,
            static file =>
            {
                using var stream =
                    typeof(TrueTypeFont).Assembly.GetManifestResourceStream($"fonts/{file}.ttf")
                    ?? throw new InvalidOperationException($"The font {file} is not part of the assembly.");
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return new TrueTypeFont(bytes, file);
            }
        );

    /// <summary>A font whose file has passed <see cref="TrueTypeCheck"/>.</summary>
    public static TrueTypeFont Of(byte[] data) => new(data, FontName.Of(data).PostScript);

    public int LetterCount => glyphs.Count;

    public ushort GlyphOf(int codePoint) => glyphs.GetValueOrDefault(codePoint);

    public bool Has(int codePoint) => glyphs.ContainsKey(codePoint);

    /// <summary>In thousandths of the font size, as PDF counts.</summary>
    public int WidthOf(ushort glyph) => (advances[glyph] * 1000 + (UnitsPerEm / 2)) / UnitsPerEm;

    /// <summary>What two letters beside each other add to the first one's width, in thousandths of the font size.</summary>
    public int KernBetween(ushort left, ushort right) =>
        (int)Math.Round(kerning.Value.Between(left, right) * 1000.0 / UnitsPerEm, MidpointRounding.AwayFromZero);

    public ushort AdvanceOf(ushort glyph) => advances[glyph];

    public short BearingOf(ushort glyph)
    {
        var hmtx = tables["hmtx"].Offset;
        var full = U16(tables["hhea"].Offset + 34);
        return glyph < full ? I16(hmtx + (4 * glyph) + 2) : I16(hmtx + (4 * full) + (2 * (glyph - full)));
    }

    public ReadOnlySpan<byte> Outline(ushort glyph)
    {
        var loca = tables["loca"].Offset;
        var (start, end) = longOffsets
            ? ((int)U32(loca + (4 * glyph)), (int)U32(loca + (4 * glyph) + 4))
            : (2 * U16(loca + (2 * glyph)), 2 * U16(loca + (2 * glyph) + 2));
        return data.AsSpan(tables["glyf"].Offset + start, end - start);
    }

    public IReadOnlyList<CffStep> Steps(ushort glyph) => curves?.Outline(glyph) ?? [];

    public ReadOnlySpan<byte> Table(string tag) =>
        tables.TryGetValue(tag, out var table) ? data.AsSpan(table.Offset, table.Length) : [];

    private ushort[] ReadAdvances(int full)
    {
        var hmtx = tables["hmtx"].Offset;
        var widths = new ushort[GlyphCount];
        for (var glyph = 0; glyph < GlyphCount; glyph++)
            widths[glyph] = U16(hmtx + (4 * Math.Min(glyph, full - 1)));
        return widths;
    }

    private void ReadCharacters()
    {
        var cmap = tables["cmap"].Offset;
        var count = U16(cmap + 2);
        for (var at = 0; at < count; at++)
        {
            var platform = U16(cmap + 4 + (8 * at));
            var table = cmap + (int)U32(cmap + 8 + (8 * at));
            if (platform is 0 or 3 && U16(table) == 4)
                ReadSegments(table);
            else if (platform is 0 or 3 && U16(table) == 12)
                ReadGroups(table);
        }
    }

    private void ReadSegments(int table)
    {
        var twice = U16(table + 6);
        var ends = table + 14;
        var starts = ends + twice + 2;
        var deltas = starts + twice;
        var ranges = deltas + twice;
        for (var at = 0; at < twice; at += 2)
        {
            var range = U16(ranges + at);
            for (int code = U16(starts + at); code <= U16(ends + at) && code != 0xFFFF; code++)
            {
                int glyph;
                if (range == 0)
                {
                    glyph = (code + U16(deltas + at)) & 0xFFFF;
                }
                else
                {
                    glyph = U16(ranges + at + range + (2 * (code - U16(starts + at))));
                    glyph = glyph == 0 ? 0 : (glyph + U16(deltas + at)) & 0xFFFF;
                }
                if (glyph != 0 && glyph < GlyphCount)
                    glyphs[code] = (ushort)glyph;
            }
        }
    }

    private void ReadGroups(int table)
    {
        var count = (int)U32(table + 12);
        for (var at = 0; at < count; at++)
        {
            var group = table + 16 + (12 * at);
            var (first, last, glyph) = ((int)U32(group), (int)U32(group + 4), (int)U32(group + 8));
            for (var code = first; code <= last && glyph + code - first < GlyphCount; code++)
                glyphs[code] = (ushort)(glyph + code - first);
        }
    }

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));

    private short I16(int at) => BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at));
}
