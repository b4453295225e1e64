using System.Buffers.Binary;

namespace Pionir.Infrastructure.Printing;

/// <summary>
/// The outlines of an OpenType font that are written in PostScript's compact form (CFF). A number that points outside the
/// table throws <see cref="InvalidDataException"/> or an exception of range; <see cref="TrueTypeCheck"/> tries every glyph.
/// </summary>
internal sealed class CffFont
{
    /// <summary>Steps that one glyph, and all of them together, may take to draw.</summary>
    private const int GlyphCost = 200_000;
    private const int AllCost = 20_000_000;
    private const int CharStringsEntry = 17;
    private const int PrivateEntry = 18;
    private const int SubrsEntry = 19;
    private const int TypeEntry = 0x0C06;
    private const int MatrixEntry = 0x0C07;
    private const int FontsEntry = 0x0C24;
    private const int SelectEntry = 0x0C25;

    private readonly byte[] data;
    private readonly CffIndex glyphs;
    private readonly CffIndex shared;
    private readonly CffIndex[] own;
    private readonly byte[] choice;

    public CffFont(ReadOnlySpan<byte> table, int unitsPerEm)
    {
        data = table.ToArray();
        var names = CffIndex.Read(data, data[2]);
        var tops = CffIndex.Read(data, names.End);
        shared = CffIndex.Read(data, CffIndex.Read(data, tops.End).End);
        var top = CffDictionary.Read(tops.Of(data, 0));
        // Fewer units would let places grow too large when they are written in thousandths.
        if (data[0] != 1 || unitsPerEm < 1000 || top.GetValueOrDefault(TypeEntry, [2]) is not [2])
            throw new InvalidDataException("A kind of outlines that is not known.");
        if (
            top.TryGetValue(MatrixEntry, out var matrix)
            && (matrix.Length != 6 || Math.Abs((matrix[0] * unitsPerEm) - 1) > 0.01)
        )
        {
            throw new InvalidDataException("Outlines of another size than the font says.");
        }
        glyphs = CffIndex.Read(data, (int)top[CharStringsEntry][0]);
        choice = new byte[glyphs.Count];
        if (!top.TryGetValue(FontsEntry, out var fonts))
        {
            own = [Subrs(top)];
            return;
        }
        var parts = CffIndex.Read(data, (int)fonts[0]);
        if (parts.Count is 0 or > 256)
            throw new InvalidDataException("Too many parts.");
        own = [.. Enumerable.Range(0, parts.Count).Select(at => Subrs(CffDictionary.Read(parts.Of(data, at))))];
        ReadChoice((int)top[SelectEntry][0]);
    }

    /// <summary>Whether each glyph of a font from a stranger can be drawn.</summary>
    public static bool DrawsAll(ReadOnlySpan<byte> table, int unitsPerEm, int count)
    {
        try
        {
            var font = new CffFont(table, unitsPerEm);
            var all = new CffBudget(AllCost);
            for (var glyph = 0; glyph < count; glyph++)
                _ = font.Outline(glyph, all);
            return true;
        }
        catch (Exception exception)
            when (exception
                    is InvalidDataException
                        or ArgumentException
                        or IndexOutOfRangeException
                        or KeyNotFoundException
            )
        {
            return false;
        }
    }

    public IReadOnlyList<CffStep> Outline(int glyph) => Outline(glyph, null);

    private List<CffStep> Outline(int glyph, CffBudget? all) =>
        new CffCharString(data, shared, own[choice[glyph]], new CffBudget(GlyphCost, all)).Run(glyphs.Of(data, glyph));

    private CffIndex Subrs(Dictionary<int, double[]> dictionary)
    {
        if (!dictionary.TryGetValue(PrivateEntry, out var place))
            return CffIndex.Empty;
        var (length, start) = ((int)place[0], (int)place[1]);
        return CffDictionary.Read(data.AsSpan(start, length)).TryGetValue(SubrsEntry, out var subrs)
            ? CffIndex.Read(data, start + (int)subrs[0])
            : CffIndex.Empty;
    }

    private void ReadChoice(int at)
    {
        if (data[at] == 0)
        {
            data.AsSpan(at + 1, choice.Length).CopyTo(choice);
            return;
        }
        if (data[at] != 3)
            throw new InvalidDataException("A choice of parts that is not known.");
        var ranges = BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at + 1));
        for (var range = 0; range < ranges; range++)
        {
            var entry = data.AsSpan(at + 3 + (3 * range), 5);
            var (first, next) = (
                BinaryPrimitives.ReadUInt16BigEndian(entry),
                BinaryPrimitives.ReadUInt16BigEndian(entry[3..])
            );
            choice.AsSpan(first, next - first).Fill(entry[2]);
        }
    }
}

/// <summary>One step of an outline: M(ove), L(ine) or C(urve), in units of the font.</summary>
internal readonly record struct CffStep(char Kind, double X1, double Y1, double X2, double Y2, double X, double Y);

/// <summary>What reading outlines may cost; a hostile font calls itself over and over.</summary>
internal sealed class CffBudget(int left, CffBudget? all = null)
{
    public void Spend()
    {
        if (--left < 0)
            throw new InvalidDataException("Outlines without end.");
        all?.Spend();
    }
}
