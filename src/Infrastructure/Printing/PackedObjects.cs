namespace Pionir.Infrastructure.Printing;

/// <summary>Small objects of a file, packed together (ISO 32000-1, 7.5.7): hundreds of alike ones cost next to nothing.</summary>
internal sealed class PackedObjects
{
    private readonly PdfBuffer head = new(1024);
    private readonly PdfBuffer body = new(8 * 1024);
    private readonly Dictionary<int, int> places = [];

    /// <summary>Number of the object that holds the others.</summary>
    public int Holder { get; private set; }

    public int? PlaceOf(int number) => places.TryGetValue(number, out var place) ? place : null;

    public void Add(int number, ReadOnlySpan<byte> content)
    {
        places.Add(number, places.Count);
        head.Add(number).Add(" "u8).Add(body.Length).Add(" "u8);
        body.Add(content).Add("\n"u8);
    }

    public void Write(PdfFile file)
    {
        if (places.Count == 0)
            return;
        var first = head.Length;
        Holder = file.AddStream(head.Add(body.Written).Written, $"/Type/ObjStm/N {places.Count}/First {first}");
    }
}
