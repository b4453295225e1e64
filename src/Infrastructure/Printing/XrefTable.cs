using System.Buffers.Binary;

namespace Pionir.Infrastructure.Printing;

/// <summary>The table of objects as a stream has it (ISO 32000-1, 7.5.8): kind, place, place within.</summary>
internal sealed class XrefTable
{
    public const string Widths = "/W[1 4 2]";
    public const int EntryLength = 7;

    private readonly PdfBuffer entries;
    private readonly int self;

    /// <param name="self">Where the table itself will stand.</param>
    public XrefTable(int self, int count)
    {
        this.self = self;
        entries = new PdfBuffer((count + 1) * EntryLength);
        Add(0, 0, ushort.MaxValue);
    }

    public void Add(int offset) => Add(1, offset, 0);

    public void AddPacked(int holder, int place) => Add(2, holder, place);

    /// <summary>With the table's own entry at the end.</summary>
    public ReadOnlySpan<byte> Close()
    {
        Add(self);
        return entries.Written;
    }

    /// <summary>Entries of an update, one after the other as its index names them.</summary>
    public static byte[] Of(IReadOnlyCollection<int> offsets)
    {
        var bytes = new byte[offsets.Count * EntryLength];
        foreach (var (at, offset) in offsets.Index())
            Write(bytes.AsSpan(at * EntryLength), 1, offset, 0);
        return bytes;
    }

    /// <summary>Where an object stands that is not packed with others.</summary>
    public static int OffsetIn(ReadOnlySpan<byte> entries, int number) =>
        entries[number * EntryLength] == 1
            ? BinaryPrimitives.ReadInt32BigEndian(entries[((number * EntryLength) + 1)..])
            : throw new InvalidDataException($"Object {number} is packed with others.");

    private void Add(byte kind, int place, int within)
    {
        Span<byte> entry = stackalloc byte[EntryLength];
        Write(entry, kind, place, within);
        entries.Add(entry);
    }

    private static void Write(Span<byte> entry, byte kind, int place, int within)
    {
        entry[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(entry[1..], place);
        BinaryPrimitives.WriteUInt16BigEndian(entry[5..], (ushort)within);
    }
}
