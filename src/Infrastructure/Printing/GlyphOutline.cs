using System.Buffers.Binary;

namespace Pionir.Infrastructure.Printing;

/// <summary>Takes the hinting program out of an outline and renumbers the glyphs it is built from.</summary>
internal static class GlyphOutline
{
    private const int WordArguments = 0x0001;
    private const int OneScale = 0x0008;
    private const int MoreComponents = 0x0020;
    private const int TwoScales = 0x0040;
    private const int Matrix = 0x0080;
    private const int Instructions = 0x0100;

    public static byte[] Strip(ReadOnlySpan<byte> outline, Func<ushort, ushort> renumber)
    {
        if (outline.Length < 10)
            return [];
        var contours = BinaryPrimitives.ReadInt16BigEndian(outline);
        return contours >= 0 ? StripSimple(outline, contours) : StripComposite(outline, renumber);
    }

    private static byte[] StripSimple(ReadOnlySpan<byte> outline, int contours)
    {
        var lengthAt = 10 + (2 * contours);
        var length = BinaryPrimitives.ReadUInt16BigEndian(outline[lengthAt..]);
        var stripped = new byte[outline.Length - length];
        outline[..lengthAt].CopyTo(stripped);
        outline[(lengthAt + 2 + length)..].CopyTo(stripped.AsSpan(lengthAt + 2));
        return stripped;
    }

    private static byte[] StripComposite(ReadOnlySpan<byte> outline, Func<ushort, ushort> renumber)
    {
        var copy = outline.ToArray();
        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at));
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), (ushort)(flags & ~Instructions));
            var glyph = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at + 2));
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at + 2), renumber(glyph));
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2);
            if ((flags & OneScale) != 0)
                at += 2;
            else if ((flags & TwoScales) != 0)
                at += 4;
            else if ((flags & Matrix) != 0)
                at += 8;
        } while ((flags & MoreComponents) != 0);
        return copy[..at];
    }
}
