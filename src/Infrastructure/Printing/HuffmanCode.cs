namespace Pionir.Infrastructure.Printing;

/// <summary>A canonical code (RFC 1951, 3.2.2): frequent symbols get short words. The same counts give the same code.</summary>
internal sealed class HuffmanCode
{
    private readonly int[] codes;

    private HuffmanCode(int[] lengths)
    {
        Lengths = lengths;
        codes = new int[lengths.Length];
        var next = 0;
        for (var length = 1; length <= 15; length++)
        {
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == length)
                    codes[symbol] = next++;
            }
            next <<= 1;
        }
    }

    /// <summary>Bits of each symbol's word; 0 for those that do not occur.</summary>
    public IReadOnlyList<int> Lengths { get; }

    /// <summary>Symbols up to the last that occurs.</summary>
    public int Used
    {
        get
        {
            var used = Lengths.Count;
            while (used > 0 && Lengths[used - 1] == 0)
                used--;
            return used;
        }
    }

    public static HuffmanCode Of(IReadOnlyList<int> counts, int longest)
    {
        var weights = counts.ToArray();
        while (true)
        {
            var lengths = Lengthen(weights);
            if (lengths.Max() <= longest)
                return new HuffmanCode(lengths);
            // Flatter counts give a flatter tree.
            for (var symbol = 0; symbol < weights.Length; symbol++)
                weights[symbol] = (weights[symbol] + 1) / 2;
        }
    }

    public void Write(ref ZlibEncoder.BitWriter bits, int symbol) => bits.WriteReversed(codes[symbol], Lengths[symbol]);

    private static int[] Lengthen(int[] weights)
    {
        var lengths = new int[weights.Length];
        var trees = new PriorityQueue<List<int>, (long Weight, int Order)>();
        for (var symbol = 0; symbol < weights.Length; symbol++)
        {
            if (weights[symbol] > 0)
                trees.Enqueue([symbol], (weights[symbol], symbol));
        }
        if (trees.Count == 1)
            lengths[trees.Dequeue()[0]] = 1;
        for (var order = weights.Length; trees.Count > 1; order++)
        {
            trees.TryDequeue(out var light, out var first);
            trees.TryDequeue(out var heavy, out var second);
            List<int> both = [.. light!, .. heavy!];
            foreach (var symbol in both)
                lengths[symbol]++;
            trees.Enqueue(both, (first.Weight + second.Weight, order));
        }
        return lengths;
    }
}
