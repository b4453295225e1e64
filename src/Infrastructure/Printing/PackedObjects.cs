namespace Pionir.Infrastructure.Printing;

/// <summary>Small objects of a file, packed together (ISO 32000-1, 7.5.7): hundreds of alike ones cost next to nothing.</summary>
internal sealed class PackedObjects
{
    private readonly PdfBuffer head = new(1024);
    private readonly PdfBuffer body = new(8 * 1024);
    private readonly List<int> waiting = [];
    private readonly Dictionary<int, (int Holder, int Index)> places = [];

    /// <summary>Number of the object that holds it, and its place there; null for an object that stands by itself.</summary>
    public (int Holder, int Index)? PlaceOf(int number) => places.TryGetValue(number, out var place) ? place : null;

    public void Add(int number, ReadOnlySpan<byte> content)
    {
        waiting.Add(number);
        head.Add(number).Add(" "u8).Add(body.Length).Add(" "u8);
        body.Add(content).Add("\n"u8);
    }

    /// <summary>What came since the last time goes into the file together.</summary>
    public void Write(PdfFile file)
    {
        if (waiting.Count == 0)
            return;
        var first = head.Length;
        var holder = file.AddStream(head.Add(body.Written).Written, $"/Type/ObjStm/N {waiting.Count}/First {first}");
        foreach (var (index, number) in waiting.Index())
            places.Add(number, (holder, index));
        waiting.Clear();
        head.Clear();
        body.Clear();
    }
}
