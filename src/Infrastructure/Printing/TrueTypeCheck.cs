using System.Buffers.Binary;
using System.Text;

namespace Pionir.Infrastructure.Printing;

/// <summary>
/// Looks through a font file from a stranger before anything of it is used: every table inside the file, every index
/// inside its table, every outline complete. What passes cannot make a reader run out of its bounds or run for ever.
/// </summary>
internal sealed class TrueTypeCheck
{
    private const int TablesMaximum = 64;
    private const int EncodingsMaximum = 12;
    private const int GroupsMaximum = 20_000;
    private const int PointsMaximum = 20_000;
    private const int PartsMaximum = 64;
    private const int DepthMaximum = 6;

    private static readonly string[] Required = ["head", "hhea", "maxp", "hmtx", "cmap", "post", "OS/2"];

    private readonly byte[] data;
    private readonly Dictionary<string, (int Offset, int Length)> tables = [];
    private readonly List<ushort[]> partsOf = [];
    private int glyphCount;

    private TrueTypeCheck(byte[] data) => this.data = data;

    /// <summary>The part that is wrong, or null when everything is right.</summary>
    public static string? DefectOf(byte[] data)
    {
        try
        {
            return new TrueTypeCheck(data).Look();
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            // Some number points outside the file.
            return "sfnt";
        }
    }

    /// <summary>OS/2 fsType; null when the table cannot be found.</summary>
    public static int? EmbeddingOf(byte[] data)
    {
        var check = new TrueTypeCheck(data);
        return check.ReadTables() is null && check.tables["OS/2"].Length >= 10 ? check.U16("OS/2", 8) : null;
    }

    public static bool HasTable(byte[] data, string tag)
    {
        var check = new TrueTypeCheck(data);
        _ = check.ReadTables();
        return check.tables.ContainsKey(tag);
    }

    private string? Look() =>
        ReadTables()
        ?? LookAtHeads()
        ?? LookAtWidths()
        ?? LookAtCharacters()
        ?? (tables.ContainsKey("CFF ") ? LookAtCurves() : LookAtOutlines() ?? LookAtParts());

    private string? ReadTables()
    {
        if (data.Length < 12)
            return "sfnt";
        var count = BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(4));
        if (count is 0 or > TablesMaximum || data.Length < 12 + (16 * count))
            return "sfnt";
        for (var at = 0; at < count; at++)
        {
            var record = data.AsSpan(12 + (16 * at), 16);
            var (offset, length) = (
                BinaryPrimitives.ReadUInt32BigEndian(record[8..]),
                BinaryPrimitives.ReadUInt32BigEndian(record[12..])
            );
            if ((ulong)offset + length > (ulong)data.Length)
                return "sfnt";
            if (!tables.TryAdd(Encoding.ASCII.GetString(record[..4]), ((int)offset, (int)length)))
                return "sfnt";
        }
        return Array.Find(Required, tag => !tables.ContainsKey(tag));
    }

    private string? LookAtHeads()
    {
        if (Length("head") < 54 || U16("head", 18) is < 16 or > 16384 || U16("head", 50) > 1)
            return "head";
        if (Length("hhea") < 36)
            return "hhea";
        if (Length("post") < 32)
            return "post";
        if (Length("OS/2") < 78 || (U16("OS/2", 0) >= 2 && Length("OS/2") < 96) || U16("OS/2", 4) is < 1 or > 1000)
            return "OS/2";
        if (Length("maxp") < 6 || U16("maxp", 4) is var count && count is 0 or 0xFFFF)
            return "maxp";
        glyphCount = U16("maxp", 4);
        return null;
    }

    private string? LookAtWidths()
    {
        var full = U16("hhea", 34);
        return full == 0 || full > glyphCount || Length("hmtx") < (4 * full) + (2 * (glyphCount - full))
            ? "hmtx"
            : null;
    }

    private string? LookAtCharacters()
    {
        if (Length("cmap") < 4 || U16("cmap", 2) > EncodingsMaximum)
            return "cmap";
        var found = false;
        for (var at = 0; at < U16("cmap", 2); at++)
        {
            var table = U32("cmap", 8 + (8 * at));
            if (table + 16 > (uint)Length("cmap"))
                return "cmap";
            var format = U16("cmap", (int)table);
            if (U16("cmap", 4 + (8 * at)) is not (0 or 3) || format is not (4 or 12))
                continue;
            found = true;
            if (!(format == 4 ? SegmentsAreSound((int)table) : GroupsAreSound((int)table)))
                return "cmap";
        }
        return found ? null : "cmap";
    }

    /// <summary>Segments follow each other, so that reading them all visits each letter once.</summary>
    private bool SegmentsAreSound(int table)
    {
        var twice = U16("cmap", table + 6);
        if (twice == 0 || twice % 2 != 0 || table + 16 + (4 * twice) > Length("cmap"))
            return false;
        var before = -1;
        for (var at = 0; at < twice; at += 2)
        {
            var (last, first) = (U16("cmap", table + 14 + at), U16("cmap", table + 16 + twice + at));
            if (first > last || first <= before)
                return false;
            before = last;
            var rangeAt = table + 16 + (3 * twice) + at;
            var range = U16("cmap", rangeAt);
            // The mark at the end may point anywhere: it is never read.
            if (range != 0 && first != 0xFFFF && rangeAt + range + (2 * (last - first)) + 2 > Length("cmap"))
                return false;
        }
        return true;
    }

    private bool GroupsAreSound(int table)
    {
        var count = U32("cmap", table + 12);
        if (count > GroupsMaximum || table + 16 + (12 * (int)count) > Length("cmap"))
            return false;
        var before = -1L;
        for (var at = 0; at < count; at++)
        {
            var group = table + 16 + (12 * at);
            var (first, last, glyph) = (U32("cmap", group), U32("cmap", group + 4), U32("cmap", group + 8));
            if (first > last || last > 0x10FFFF || first <= before || (long)glyph + last - first >= glyphCount)
                return false;
            before = last;
        }
        return true;
    }

    private string? LookAtCurves() =>
        CffFont.DrawsAll(data.AsSpan(tables["CFF "].Offset, Length("CFF ")), U16("head", 18), glyphCount)
            ? null
            : "CFF";

    private string? LookAtOutlines()
    {
        if (!tables.TryGetValue("glyf", out var glyf) || !tables.ContainsKey("loca"))
            return "glyf";
        var wide = U16("head", 50) == 1;
        if (Length("loca") < (glyphCount + 1) * (wide ? 4 : 2))
            return "loca";
        var start = 0L;
        for (var glyph = 0; glyph < glyphCount; glyph++)
        {
            var (from, to) = wide
                ? (U32("loca", 4 * glyph), U32("loca", (4 * glyph) + 4))
                : (2L * U16("loca", 2 * glyph), 2L * U16("loca", (2 * glyph) + 2));
            if (from < start || to < from || to > Length("glyf"))
                return "loca";
            start = from;
            var outline = data.AsSpan(glyf.Offset + (int)from, (int)(to - from));
            if (!IsSound(outline, out var parts))
                return "glyf";
            partsOf.Add(parts);
        }
        return null;
    }

    private bool IsSound(ReadOnlySpan<byte> outline, out ushort[] parts)
    {
        parts = [];
        if (outline.Length == 0)
            return true;
        if (outline.Length < 10)
            return false;
        var contours = BinaryPrimitives.ReadInt16BigEndian(outline);
        return contours >= 0 ? IsSoundSimple(outline, contours) : IsSoundComposite(outline, out parts);
    }

    private static bool IsSoundSimple(ReadOnlySpan<byte> outline, int contours)
    {
        if (contours == 0)
            return true;
        var before = -1;
        for (var contour = 0; contour < contours; contour++)
        {
            var end = BinaryPrimitives.ReadUInt16BigEndian(outline[(10 + (2 * contour))..]);
            if (end <= before)
                return false;
            before = end;
        }
        var points = before + 1;
        if (points > PointsMaximum)
            return false;
        var at = 12 + (2 * contours) + BinaryPrimitives.ReadUInt16BigEndian(outline[(10 + (2 * contours))..]);
        var length = 0;
        for (var point = 0; point < points; point++)
        {
            var flags = outline[at++];
            var times = (flags & 8) != 0 ? outline[at++] + 1 : 1;
            point += times - 1;
            if (point >= points)
                return false;
            length += times * (SizeOf(flags, 2, 16) + SizeOf(flags, 4, 32));
        }
        return at + length <= outline.Length;

        static int SizeOf(int flags, int isShort, int isSame) =>
            (flags & isShort) != 0 ? 1
            : (flags & isSame) != 0 ? 0
            : 2;
    }

    private bool IsSoundComposite(ReadOnlySpan<byte> outline, out ushort[] parts)
    {
        var found = new List<ushort>();
        parts = [];
        int flags;
        var at = 10;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            var glyph = BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]);
            found.Add(glyph);
            at += 4 + ((flags & 1) != 0 ? 4 : 2);
            at +=
                (flags & 8) != 0 ? 2
                : (flags & 0x40) != 0 ? 4
                : (flags & 0x80) != 0 ? 8
                : 0;
            if (glyph >= glyphCount || found.Count > PartsMaximum || at > outline.Length)
                return false;
        } while ((flags & 0x20) != 0);
        parts = [.. found];
        return true;
    }

    /// <summary>No glyph is a part of itself, nor built of parts of parts without end.</summary>
    private string? LookAtParts()
    {
        var depths = new int[glyphCount];
        for (var round = 0; ; round++)
        {
            var changed = false;
            for (var glyph = 0; glyph < glyphCount; glyph++)
            {
                var parts = partsOf[glyph];
                var depth = parts.Length == 0 ? 0 : 1 + parts.Max(part => depths[part]);
                if (depth > DepthMaximum)
                    return "glyf";
                changed |= depth != depths[glyph];
                depths[glyph] = depth;
            }
            if (!changed)
                return null;
        }
    }

    private int Length(string tag) => tables[tag].Length;

    private int U16(string tag, int at) => BinaryPrimitives.ReadUInt16BigEndian(Span(tag, at, 2));

    private uint U32(string tag, int at) => BinaryPrimitives.ReadUInt32BigEndian(Span(tag, at, 4));

    private ReadOnlySpan<byte> Span(string tag, int at, int size)
    {
        var (offset, length) = tables[tag];
        return at < 0 || at + size > length
            ? throw new ArgumentOutOfRangeException(nameof(at))
            : data.AsSpan(offset + at, size);
    }
}
