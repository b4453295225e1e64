using System.Security.Cryptography;

namespace Pionir.Infrastructure.Printing;

/// <summary>
/// Puts numbered objects behind each other and closes the file with their table. Can start from a finished block of
/// objects (a compiled template), so that only what differs is written.
/// </summary>
internal sealed class PdfFile
{
    // The second line tells transfer programs that the file is binary.
    private static readonly byte[] Header = [.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n'];

    private readonly PdfBuffer buffer;
    private readonly List<int> offsets;
    private readonly byte[] prefix = [];
    private readonly int own;
    private readonly bool tight;
    private readonly PackedObjects? packed;
    private IncrementalHash? taken;
    private int takenLength;

    /// <param name="tight">Packs well and slowly, for what many papers share.</param>
    /// <param name="packed">See <see cref="From"/>.</param>
    public PdfFile(bool tight = false, bool packed = false)
    {
        this.tight = tight;
        this.packed = packed ? new PackedObjects() : null;
        buffer = new PdfBuffer(64 * 1024);
        buffer.Add(Header);
        offsets = [0];
    }

    private PdfFile(PdfBlock block, bool packed)
    {
        this.packed = packed ? new PackedObjects() : null;
        buffer = new PdfBuffer(block.Bytes.Length + (16 * 1024));
        buffer.Add(block.Bytes);
        offsets = [.. block.Offsets];
        prefix = block.Hash;
        own = block.Bytes.Length;
    }

    public int ObjectCount => offsets.Count - 1;

    private int Length => takenLength + buffer.Length;

    /// <param name="packed">
    /// Small objects are packed together, and so is the table (ISO 32000-1, 7.5.7 and 7.5.8). What was given out before
    /// this was is not, and stays so.
    /// </param>
    public static PdfFile From(PdfBlock block, bool packed = false) => new(block, packed);

    public PdfBlock ToBlock() => new(buffer.ToArray(), [.. offsets]);

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        offsets.Add(0);
        return ObjectCount;
    }

    public int Add(ReadOnlySpan<byte> content) => Put(Reserve(), content);

    public int Add(string content) => Put(Reserve(), System.Text.Encoding.ASCII.GetBytes(content));

    public int Put(int number, ReadOnlySpan<byte> content)
    {
        Open(number);
        buffer.Add(content).Add("\nendobj\n"u8);
        return number;
    }

    /// <summary>For what readers need only after they have opened the file: may be packed with others of its kind.</summary>
    public void PutSmall(int number, ReadOnlySpan<byte> content)
    {
        if (packed is null)
            Put(number, content);
        else
            packed.Add(number, content);
    }

    /// <summary>What is finished so far, for a file that is sent while it is written; nothing of it is kept.</summary>
    /// <param name="note">Stands behind it as a comment, which readers skip (ISO 32000-1, 7.2.4).</param>
    public byte[] Take(string note)
    {
        packed?.Write(this);
        buffer.Add("%"u8).Add(note).Add("\n"u8);
        taken ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        taken.AppendData(buffer.Written);
        takenLength += buffer.Length;
        var bytes = buffer.ToArray();
        buffer.Clear();
        return bytes;
    }

    /// <param name="entries">Entries of the stream's dictionary besides length and filter.</param>
    public int AddStream(ReadOnlySpan<byte> data, string entries = "", bool squeezed = true)
    {
        var number = Reserve();
        Open(number);
        var content =
            !squeezed ? data
            : tight ? TightZlib.Encode(data)
            : ZlibEncoder.Encode(data);
        buffer.Add("<<"u8).Add(entries).Add(squeezed ? "/Filter/FlateDecode/Length "u8 : "/Length "u8);
        buffer.Add(content.Length).Add(">>\nstream\n"u8).Add(content).Add("\nendstream\nendobj\n"u8);
        return number;
    }

    /// <summary>A stream whose data is stored as given (a JPEG, a PNG's packed rows).</summary>
    public int AddRaw(ReadOnlySpan<byte> data, string entries) => AddStream(data, entries, squeezed: false);

    public byte[] Close(int catalog, int info)
    {
        if (packed is not null)
            packed.Write(this);
        var id = Convert.ToHexString(Hash().AsSpan(0, 16));
        if (packed is not null)
            return ClosePacked(catalog, info, id);
        var start = Length;
        buffer.Add("xref\n0 "u8).Add(offsets.Count).Add("\n0000000000 65535 f \n"u8);
        Span<byte> line = stackalloc byte[20];
        " 00000 n \n"u8.CopyTo(line[10..]);
        for (var number = 1; number < offsets.Count; number++)
        {
            var offset = offsets[number];
            for (var digit = 9; digit >= 0; digit--, offset /= 10)
                line[digit] = (byte)('0' + (offset % 10));
            buffer.Add(line);
        }
        buffer.Add("trailer\n<</Size "u8).Add(offsets.Count).Add("/Root "u8).Add(catalog).Add(" 0 R/Info "u8).Add(info);
        buffer.Add($" 0 R/ID[<{id}><{id}>]>>\nstartxref\n").Add(start).Add("\n%%EOF\n"u8);
        return buffer.ToArray();
    }

    private byte[] ClosePacked(int catalog, int info, string id)
    {
        var start = Length;
        var table = new XrefTable(start, offsets.Count);
        for (var number = 1; number < offsets.Count; number++)
        {
            if (packed!.PlaceOf(number) is { } place)
                table.AddPacked(place.Holder, place.Index);
            else
                table.Add(offsets[number]);
        }
        AddStream(
            table.Close(),
            $"/Type/XRef/Size {offsets.Count + 1}/Root {catalog} 0 R/Info {info} 0 R/ID[<{id}><{id}>]{XrefTable.Widths}"
        );
        buffer.Add("startxref\n"u8).Add(start).Add("\n%%EOF\n"u8);
        return buffer.ToArray();
    }

    private byte[] Hash()
    {
        if (taken is null)
            return SHA256.HashData([.. prefix, .. buffer.Written[own..]]);
        using (taken)
        {
            taken.AppendData(buffer.Written);
            return taken.GetHashAndReset();
        }
    }

    private void Open(int number)
    {
        offsets[number] = Length;
        buffer.Add(number).Add(" 0 obj\n"u8);
    }
}

/// <summary>Finished objects at the beginning of a file, with the places where they start.</summary>
internal sealed record PdfBlock(byte[] Bytes, IReadOnlyList<int> Offsets)
{
    /// <summary>Made once, so that the id of each file needs only the hash of its own part.</summary>
    public byte[] Hash { get; } = SHA256.HashData(Bytes);
}
