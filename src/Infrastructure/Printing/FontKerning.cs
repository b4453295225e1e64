using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Numerics;
using System.Text;

namespace Pionir.Infrastructure.Printing;

/// <summary>
/// By how much pairs of letters stand closer or wider than each by itself: the pairs of GPOS (OpenType, lookup type 2 of the
/// feature <c>kern</c>), else of the old <c>kern</c> table. A table that says nonsense says nothing.
/// </summary>
internal sealed class FontKerning
{
    private const int LookupsMaximum = 64;
    private const int PartsMaximum = 512;

    private readonly byte[] table;
    private readonly List<List<int>> lookups = [];
    private readonly (int At, int Count) old;
    private readonly ConcurrentDictionary<uint, short> known = new();

    public FontKerning(ReadOnlySpan<byte> positions, ReadOnlySpan<byte> pairs)
    {
        table = positions.ToArray();
        foreach (var lookup in Lookups().Order().Take(LookupsMaximum))
            lookups.Add(Parts(lookup));
        if (lookups.Count > 0)
            return;
        table = pairs.ToArray();
        old = Old();
    }

    /// <summary>In units of the font.</summary>
    public int Between(ushort left, ushort right) =>
        known.GetOrAdd(((uint)left << 16) | right, static (pair, font) => font.Find(pair), this);

    private short Find(uint pair)
    {
        var (left, right) = ((ushort)(pair >> 16), (ushort)pair);
        if (old.Count > 0)
            return OldPair(pair);
        var sum = 0;
        foreach (var lookup in lookups)
        {
            foreach (var part in lookup)
            {
                // The first part that knows the pair speaks for its lookup.
                if (Pair(part, left, right) is { } value)
                {
                    sum += value;
                    break;
                }
            }
        }
        return (short)Math.Clamp(sum, short.MinValue, short.MaxValue);
    }

    private int? Pair(int part, ushort left, ushort right)
    {
        if (Covered(part + U16(part + 2), left) is not { } place)
            return null;
        var (first, second) = (U16(part + 4), U16(part + 6));
        var size = 2 * (BitOperations.PopCount((uint)first) + BitOperations.PopCount((uint)second));
        // Placement across and along come before the advance.
        var advance = (first & 4) == 0 ? -1 : 2 * BitOperations.PopCount((uint)first & 3);
        if (U16(part) == 1)
        {
            var set = part + U16(part + 10 + (2 * place));
            var found = Search(U16(set), at => U16(set + 2 + (at * (2 + size))) - right);
            return found is { } at ? Value(set + 4 + (at * (2 + size)), advance) : null;
        }
        if (U16(part) != 2)
            return null;
        var (rows, columns) = (Class(part + U16(part + 8), left), Class(part + U16(part + 10), right));
        return rows < U16(part + 12) && columns < U16(part + 14)
            ? Value(part + 16 + (((rows * U16(part + 14)) + columns) * size), advance)
            : null;
    }

    private int Value(int at, int advance) => advance < 0 ? 0 : (short)U16(at + advance);

    private int? Covered(int coverage, ushort glyph)
    {
        var count = U16(coverage + 2);
        if (U16(coverage) == 1)
            return Search(count, at => U16(coverage + 4 + (2 * at)) - glyph);
        var range = Search(count, at => Range(coverage + 4 + (6 * at), glyph));
        return range is { } found ? U16(coverage + 8 + (6 * found)) + glyph - U16(coverage + 4 + (6 * found)) : null;
    }

    private int Class(int classes, ushort glyph)
    {
        if (U16(classes) == 1)
        {
            var at = glyph - U16(classes + 2);
            return at >= 0 && at < U16(classes + 4) ? U16(classes + 6 + (2 * at)) : 0;
        }
        return Search(U16(classes + 2), at => Range(classes + 4 + (6 * at), glyph)) is { } found
            ? U16(classes + 8 + (6 * found))
            : 0;
    }

    private int Range(int at, ushort glyph) =>
        glyph < U16(at) ? 1
        : glyph > U16(at + 2) ? -1
        : 0;

    /// <param name="order">Negative when the one at this place is too small.</param>
    private static int? Search(int count, Func<int, int> order)
    {
        for (var (low, high) = (0, count - 1); low <= high; )
        {
            var middle = (low + high) / 2;
            var sign = order(middle);
            if (sign == 0)
                return middle;
            if (sign < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return null;
    }

    /// <summary>Those of Latin letters, else the font's own choice.</summary>
    private HashSet<int> Lookups()
    {
        if (table.Length < 10)
            return [];
        var (scripts, features) = (U16(4), U16(6));
        var all = Enumerable.Range(0, Math.Min(U16(scripts), 200)).Select(at => scripts + 2 + (6 * at)).ToList();
        var script = all.Find(at => Tag(at) == "latn");
        if (script == 0)
            script = all.Find(at => Tag(at) == "DFLT");
        if (script == 0)
            return [];
        script = scripts + U16(script + 4);
        var language = script + U16(script);
        var found = new HashSet<int>();
        for (var at = 0; at < U16(language + 4); at++)
        {
            var feature = features + 2 + (6 * U16(language + 6 + (2 * at)));
            if (Tag(feature) != "kern")
                continue;
            var list = features + U16(feature + 4);
            for (var one = 0; one < Math.Min(U16(list + 2), LookupsMaximum); one++)
                found.Add(U16(list + 4 + (2 * one)));
        }
        return found;
    }

    private List<int> Parts(int lookup)
    {
        var list = U16(8);
        var at = list + U16(list + 2 + (2 * lookup));
        var parts = new List<int>();
        for (var one = 0; one < Math.Min(U16(at + 4), PartsMaximum); one++)
        {
            var part = at + U16(at + 6 + (2 * one));
            if (U16(at) == 2)
                parts.Add(part);
            // One that only says where the real one is (lookup type 9).
            else if (U16(at) == 9 && U16(part + 2) == 2)
                parts.Add(part + (U16(part + 4) << 16) + U16(part + 6));
        }
        return parts;
    }

    private (int, int) Old()
    {
        var at = 4;
        for (var one = 0; one < Math.Min(U16(2), 20) && U16(0) == 0; one++, at += U16(at + 2))
        {
            // Along the line, neither minimum nor across; pairs in order.
            if ((U16(at + 4) & 0xFF07) == 1)
                return (at + 14, U16(at + 6));
        }
        return default;
    }

    private short OldPair(uint pair) =>
        Search(old.Count, at => ((uint)((U16(old.At + (6 * at)) << 16) | U16(old.At + (6 * at) + 2))).CompareTo(pair))
            is { } found
            ? (short)U16(old.At + (6 * found) + 4)
            : (short)0;

    private string Tag(int at) => at >= 0 && at + 4 <= table.Length ? Encoding.ASCII.GetString(table, at, 4) : "";

    private int U16(int at) =>
        at >= 0 && at + 2 <= table.Length ? BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(at)) : 0;
}
