using System.Buffers.Binary;
using System.Text;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates.Designs;

/// <summary>Turns the outline of a glyph into SVG path data, placed by an affine map.</summary>
internal static class GlyphPath
{
    // A font was checked when it came in; this only keeps a mistake there from running away.
    private const int DepthMaximum = 8;

    public static void Append(StringBuilder path, TrueTypeFont font, ushort glyph, Affine map)
    {
        if (font.IsPostScript)
            Curves(path, font.Steps(glyph), map);
        else
            Append(path, font, glyph, map, 0);
    }

    private static void Curves(StringBuilder path, IReadOnlyList<CffStep> steps, Affine map)
    {
        foreach (var (at, step) in steps.Index())
        {
            // Each outline is closed, also where the font does not say so.
            if (step.Kind == 'M' && at > 0)
                path.Append('Z');
            path.Append(step.Kind);
            if (step.Kind == 'C')
            {
                map.Point(path, step.X1, step.Y1);
                map.Point(path.Append(' '), step.X2, step.Y2);
                path.Append(' ');
            }
            map.Point(path, step.X, step.Y);
        }
        if (steps.Count > 0)
            path.Append('Z');
    }

    private static void Append(StringBuilder path, TrueTypeFont font, ushort glyph, Affine map, int depth)
    {
        var outline = font.Outline(glyph);
        if (outline.Length < 10 || depth > DepthMaximum)
            return;
        var contours = I16(outline, 0);
        if (contours >= 0)
            Simple(path, outline, contours, map);
        else
            Composite(path, font, outline, map, depth);
    }

    private static void Composite(
        StringBuilder path,
        TrueTypeFont font,
        ReadOnlySpan<byte> outline,
        Affine map,
        int depth
    )
    {
        var at = 10;
        int flags;
        do
        {
            flags = U16(outline, at);
            var glyph = (ushort)U16(outline, at + 2);
            at += 4;
            var wide = (flags & 1) != 0;
            var (x, y) = wide ? (I16(outline, at), I16(outline, at + 2)) : ((sbyte)outline[at], (sbyte)outline[at + 1]);
            at += wide ? 4 : 2;
            var (a, b, c, d) = (1.0, 0.0, 0.0, 1.0);
            if ((flags & 8) != 0)
            {
                a = d = F2(outline, at);
                at += 2;
            }
            else if ((flags & 0x40) != 0)
            {
                (a, d) = (F2(outline, at), F2(outline, at + 2));
                at += 4;
            }
            else if ((flags & 0x80) != 0)
            {
                (a, b, c, d) = (F2(outline, at), F2(outline, at + 2), F2(outline, at + 4), F2(outline, at + 6));
                at += 8;
            }
            // Parts placed by matching points are rare and stand at the origin here, as in most readers.
            if ((flags & 2) == 0)
                (x, y) = (0, 0);
            Append(path, font, glyph, map.After(new Affine(a, b, c, d, x, y)), depth + 1);
        } while ((flags & 0x20) != 0);
    }

    private static void Simple(StringBuilder path, ReadOnlySpan<byte> outline, int contours, Affine map)
    {
        if (contours == 0)
            return;
        var points = U16(outline, 10 + (2 * (contours - 1))) + 1;
        var at = 10 + (2 * contours) + 2 + U16(outline, 10 + (2 * contours));
        var flags = new byte[points];
        for (var point = 0; point < points; point++)
        {
            flags[point] = outline[at++];
            if ((flags[point] & 8) == 0)
                continue;
            for (var repeat = outline[at++]; repeat > 0 && point + 1 < points; repeat--, point++)
                flags[point + 1] = flags[point];
        }
        var xs = Coordinates(outline, flags, ref at, 2, 16);
        var ys = Coordinates(outline, flags, ref at, 4, 32);
        var start = 0;
        for (var contour = 0; contour < contours; contour++)
        {
            var end = U16(outline, 10 + (2 * contour));
            Contour(path, flags.AsSpan(start, end - start + 1), xs.AsSpan(start), ys.AsSpan(start), map);
            start = end + 1;
        }
    }

    private static int[] Coordinates(ReadOnlySpan<byte> outline, byte[] flags, ref int at, int shortBit, int sameBit)
    {
        var values = new int[flags.Length];
        var value = 0;
        for (var point = 0; point < flags.Length; point++)
        {
            if ((flags[point] & shortBit) != 0)
            {
                value += (flags[point] & sameBit) != 0 ? outline[at] : -outline[at];
                at++;
            }
            else if ((flags[point] & sameBit) == 0)
            {
                value += I16(outline, at);
                at += 2;
            }
            values[point] = value;
        }
        return values;
    }

    // Between two points off the curve lies one on it, in the middle.
    private static void Contour(
        StringBuilder path,
        ReadOnlySpan<byte> flags,
        ReadOnlySpan<int> xs,
        ReadOnlySpan<int> ys,
        Affine map
    )
    {
        var count = flags.Length;
        if (count < 2)
            return;
        var first = 0;
        while (first < count && (flags[first] & 1) == 0)
            first++;
        var (startX, startY) =
            first < count
                ? ((double)xs[first], (double)ys[first])
                : ((xs[0] + xs[count - 1]) / 2.0, (ys[0] + ys[count - 1]) / 2.0);
        if (first == count)
            first = count - 1;
        map.Point(path.Append('M'), startX, startY);
        (double X, double Y)? bend = null;
        for (var step = 1; step <= count; step++)
        {
            var at = (first + step) % count;
            var (x, y, on) = ((double)xs[at], (double)ys[at], (flags[at] & 1) != 0);
            if (step == count && (flags[first] & 1) == 0)
                (x, y, on) = (startX, startY, true);
            if (bend is { } control)
            {
                var (toX, toY) = on ? (x, y) : ((control.X + x) / 2, (control.Y + y) / 2);
                map.Point(path.Append('Q'), control.X, control.Y);
                map.Point(path.Append(' '), toX, toY);
                bend = on ? null : (x, y);
            }
            else if (on)
            {
                map.Point(path.Append('L'), x, y);
            }
            else
            {
                bend = (x, y);
            }
        }
        path.Append('Z');
    }

    private static int I16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadInt16BigEndian(data[at..]);

    private static int U16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt16BigEndian(data[at..]);

    private static double F2(ReadOnlySpan<byte> data, int at) => I16(data, at) / 16384.0;
}
