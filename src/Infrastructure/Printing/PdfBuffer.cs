using System.Buffers.Text;
using System.Text;

namespace Pionir.Infrastructure.Printing;

/// <summary>Bytes of a PDF in the making; numbers are written the same in every culture.</summary>
internal sealed class PdfBuffer(int capacity = 4096)
{
    private byte[] bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public byte[] ToArray() => Written.ToArray();

    /// <summary>Begins anew in the room it has.</summary>
    public void Clear() => Length = 0;

    public override string ToString() => Encoding.ASCII.GetString(Written);

    public PdfBuffer Add(ReadOnlySpan<byte> more)
    {
        more.CopyTo(Room(more.Length));
        Length += more.Length;
        return this;
    }

    /// <summary>ASCII only; text for people goes through <see cref="AddText"/>.</summary>
    public PdfBuffer Add(string ascii)
    {
        Length += Encoding.ASCII.GetBytes(ascii, Room(ascii.Length));
        return this;
    }

    public PdfBuffer Add(long number)
    {
        Utf8Formatter.TryFormat(number, Room(20), out var written);
        Length += written;
        return this;
    }

    /// <summary>With at most three decimals and a space behind: enough for a 1/1000 point.</summary>
    public PdfBuffer Add(double number)
    {
        var thousandths = (long)Math.Round(number * 1000, MidpointRounding.AwayFromZero);
        if (thousandths < 0)
        {
            Add("-"u8);
            thousandths = -thousandths;
        }
        Add(thousandths / 1000);
        var rest = (int)(thousandths % 1000);
        if (rest != 0)
        {
            var room = Room(4);
            room[0] = (byte)'.';
            room[1] = (byte)('0' + (rest / 100));
            room[2] = (byte)('0' + (rest / 10 % 10));
            room[3] = (byte)('0' + (rest % 10));
            Length +=
                rest % 10 != 0 ? 4
                : rest / 10 % 10 != 0 ? 3
                : 2;
        }
        return Add(" "u8);
    }

    public PdfBuffer AddHex(ReadOnlySpan<byte> data)
    {
        var room = Room(data.Length * 2);
        for (var at = 0; at < data.Length; at++)
        {
            room[2 * at] = Digit(data[at] >> 4);
            room[(2 * at) + 1] = Digit(data[at] & 15);
        }
        Length += data.Length * 2;
        return this;
    }

    public PdfBuffer AddHex(ushort value) => AddHex([(byte)(value >> 8), (byte)value]);

    /// <summary>Two bytes of a literal string (ISO 32000-1, 7.3.4.2).</summary>
    public PdfBuffer AddLetter(ushort value) => AddEscaped((byte)(value >> 8)).AddEscaped((byte)value);

    private PdfBuffer AddEscaped(byte value) =>
        value switch
        {
            (byte)'(' or (byte)')' or (byte)'\\' => Add([(byte)'\\', value]),
            // A reader takes any end of line for a line feed.
            (byte)'\r' => Add("\\r"u8),
            _ => Add([value]),
        };

    /// <summary>A text string for people (UTF-16 with mark), as titles in the document's information are.</summary>
    public PdfBuffer AddText(string text) => Add("<FEFF"u8).AddHex(Encoding.BigEndianUnicode.GetBytes(text)).Add(">"u8);

    private static byte Digit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);

    private Span<byte> Room(int size)
    {
        if (Length + size > bytes.Length)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + size));
        return bytes.AsSpan(Length);
    }
}
