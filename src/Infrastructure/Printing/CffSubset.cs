using System.Buffers.Binary;
using System.Text;

namespace Pionir.Infrastructure.Printing;

/// <summary>
/// A CFF font of the letters that a paper uses, numbered as the paper numbers them (CID-keyed, 1000 units to the em): plain
/// outlines without hints and shared parts, written anew, so that nothing of a stranger's file is passed on.
/// </summary>
internal static class CffSubset
{
    private const int FirstOwnString = 391;

    public static byte[] Write(FontSubset subset)
    {
        var font = subset.Font;
        var scale = 1000.0 / font.UnitsPerEm;
        var count = subset.Letters.Count;
        var outlines = Index([.. subset.Letters.Select(letter => Program(font, letter.Glyph, scale))]);
        byte[] head = [1, 0, 4, 4, .. Index([Encoding.ASCII.GetBytes(font.Name)])];
        byte[] texts = [.. Index(["Adobe"u8.ToArray(), "Identity"u8.ToArray()]), 0, 0];
        byte[] letters = [2, 0, 1, .. Short(count - 2)];
        byte[] choice = [3, 0, 1, 0, 0, 0, .. Short(count)];
        // Neither hints nor a usual width: each letter says its own.
        byte[] shared = [.. Number(0), 20, .. Number(0), 21];

        var start = head.Length + Index([Top(0, 0, 0, 0)]).Length + texts.Length;
        var (choiceAt, outlinesAt) = (start + letters.Length, start + letters.Length + choice.Length);
        var (sharedAt, partsAt) = (outlinesAt + outlines.Length, outlinesAt + outlines.Length + shared.Length);
        return
        [
            .. head,
            .. Index([Top(start, outlinesAt, choiceAt, partsAt)]),
            .. texts,
            .. letters,
            .. choice,
            .. outlines,
            .. shared,
            .. Index([
                [.. Number(shared.Length), .. Number(sharedAt), 18],
            ]),
        ];

        byte[] Top(int lettersAt, int programsAt, int selectAt, int fontsAt) =>
            [
                .. Number(FirstOwnString),
                .. Number(FirstOwnString + 1),
                .. Number(0),
                12,
                30,
                .. font.Box.SelectMany(side => Number((int)Math.Round(side * scale))),
                5,
                .. Number(count),
                12,
                34,
                .. Number(lettersAt),
                15,
                .. Number(programsAt),
                17,
                .. Number(fontsAt),
                12,
                36,
                .. Number(selectAt),
                12,
                37,
            ];
    }

    public static byte[] Index(IReadOnlyList<byte[]> pieces)
    {
        var bytes = new List<byte>([.. Short(pieces.Count), 4]);
        var offset = 1;
        foreach (var length in pieces.Select(piece => piece.Length).Prepend(0))
            bytes.AddRange(Long(offset += length));
        foreach (var piece in pieces)
            bytes.AddRange(piece);
        return [.. bytes];
    }

    /// <summary>As dictionaries write a number, always in five bytes, so that places can be filled in.</summary>
    public static byte[] Number(int value) => [29, .. Long(value)];

    private static byte[] Program(TrueTypeFont font, ushort glyph, double scale)
    {
        var bytes = new List<byte>();
        var (x, y) = (0, 0);
        Add(font.WidthOf(glyph));
        foreach (var step in font.Steps(glyph))
        {
            if (step.Kind == 'C')
            {
                Point(step.X1, step.Y1);
                Point(step.X2, step.Y2);
            }
            Point(step.X, step.Y);
            bytes.Add(
                step.Kind switch
                {
                    'M' => 21,
                    'L' => 5,
                    _ => 8,
                }
            );
        }
        bytes.Add(14);
        return [.. bytes];

        // Rounded where it stands, not from point to point: errors do not add up.
        void Point(double toX, double toY)
        {
            var (nextX, nextY) = ((int)Math.Round(toX * scale), (int)Math.Round(toY * scale));
            Add(nextX - x);
            Add(nextY - y);
            (x, y) = (nextX, nextY);
        }

        void Add(int value)
        {
            if (value is >= -107 and <= 107)
                bytes.Add((byte)(value + 139));
            else
                bytes.AddRange([28, .. Short(value)]);
        }
    }

    private static byte[] Short(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Long(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
