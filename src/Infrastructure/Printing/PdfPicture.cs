using System.Buffers.Binary;
using System.IO.Compression;

namespace Pionir.Infrastructure.Printing;

/// <summary>Puts a JPEG or PNG into a file; the uploaded file was checked when it was stored.</summary>
internal sealed record PdfPicture(int Number, int Width, int Height)
{
    private const int PixelsMaximum = 40_000_000;

    /// <summary>Null when the bytes are no picture that can be printed.</summary>
    public static PdfPicture? Write(PdfFile file, byte[] data)
    {
        if (data.AsSpan().StartsWith(new byte[] { 0xFF, 0xD8 }))
            return WriteJpeg(file, data);
        return data.AsSpan().StartsWith(new byte[] { 0x89, 0x50, 0x4E, 0x47 }) ? WritePng(file, data) : null;
    }

    private static PdfPicture? WriteJpeg(PdfFile file, byte[] data)
    {
        for (var at = 2; at + 9 < data.Length; )
        {
            var marker = data[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at + 2));
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                var height = BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at + 5));
                var width = BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at + 7));
                var space = data[at + 9] == 1 ? "/DeviceGray" : "/DeviceRGB";
                // Four colours (print JPEG) would need another output profile.
                return data[at + 9] is 1 or 3
                    ? new PdfPicture(
                        file.AddRaw(
                            data,
                            $"{Head(width, height)}/ColorSpace{space}/BitsPerComponent 8/Filter/DCTDecode"
                        ),
                        width,
                        height
                    )
                    : null;
            }
            at += 2 + length;
        }
        return null;
    }

    private static PdfPicture? WritePng(PdfFile file, byte[] data)
    {
        var width = BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(16));
        var height = BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(20));
        var (depth, kind, interlaced) = (data[24], data[25], data[28] != 0);
        if (depth != 8 || interlaced || width <= 0 || height <= 0 || (long)width * height > PixelsMaximum)
            return null;
        var palette = Array.Empty<byte>();
        var transparency = Array.Empty<byte>();
        var packed = new MemoryStream();
        for (var at = 8; at + 12 <= data.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(at));
            var content = data.AsSpan(at + 8, length);
            if (data.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                packed.Write(content);
            else if (data.AsSpan(at + 4, 4).SequenceEqual("PLTE"u8))
                palette = content.ToArray();
            else if (data.AsSpan(at + 4, 4).SequenceEqual("tRNS"u8))
                transparency = content.ToArray();
            at += 12 + length;
        }
        var channels = kind switch
        {
            0 or 3 => 1,
            2 => 3,
            4 => 2,
            6 => 4,
            _ => 0,
        };
        if (channels == 0 || Unfilter(packed, width, height, channels) is not { } rows)
            return null;
        return WritePixels(file, rows, width, height, kind, palette, transparency);
    }

    private static PdfPicture WritePixels(
        PdfFile file,
        byte[] rows,
        int width,
        int height,
        int kind,
        byte[] palette,
        byte[] transparency
    )
    {
        var colour = new byte[width * height * 3];
        var opacity = new byte[width * height];
        for (var pixel = 0; pixel < width * height; pixel++)
        {
            var (red, green, blue, alpha) = kind switch
            {
                0 => (rows[pixel], rows[pixel], rows[pixel], (byte)255),
                2 => (rows[3 * pixel], rows[(3 * pixel) + 1], rows[(3 * pixel) + 2], (byte)255),
                3 => Entry(rows[pixel]),
                4 => (rows[2 * pixel], rows[2 * pixel], rows[2 * pixel], rows[(2 * pixel) + 1]),
                _ => (rows[4 * pixel], rows[(4 * pixel) + 1], rows[(4 * pixel) + 2], rows[(4 * pixel) + 3]),
            };
            colour[3 * pixel] = red;
            colour[(3 * pixel) + 1] = green;
            colour[(3 * pixel) + 2] = blue;
            opacity[pixel] = alpha;
        }
        var mask = "";
        if (opacity.AsSpan().ContainsAnyExcept((byte)255))
        {
            var number = file.AddStream(opacity, $"{Head(width, height)}/ColorSpace/DeviceGray/BitsPerComponent 8");
            mask = $"/SMask {number} 0 R";
        }
        var picture = file.AddStream(colour, $"{Head(width, height)}/ColorSpace/DeviceRGB/BitsPerComponent 8{mask}");
        return new PdfPicture(picture, width, height);

        (byte, byte, byte, byte) Entry(int index) =>
            (3 * index) + 2 < palette.Length
                ? (
                    palette[3 * index],
                    palette[(3 * index) + 1],
                    palette[(3 * index) + 2],
                    index < transparency.Length ? transparency[index] : (byte)255
                )
                : ((byte)0, (byte)0, (byte)0, (byte)255);
    }

    // Each row says by which neighbours its bytes were foretold.
    private static byte[]? Unfilter(MemoryStream packed, int width, int height, int channels)
    {
        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        var stride = width * channels;
        var rows = new byte[stride * height];
        var line = new byte[stride + 1];
        for (var row = 0; row < height; row++)
        {
            if (unpacked.ReadAtLeast(line, line.Length, throwOnEndOfStream: false) < line.Length)
                return null;
            for (var at = 0; at < stride; at++)
            {
                var left = at >= channels ? rows[(row * stride) + at - channels] : 0;
                var above = row > 0 ? rows[((row - 1) * stride) + at] : 0;
                var corner = row > 0 && at >= channels ? rows[((row - 1) * stride) + at - channels] : 0;
                var foretold = line[0] switch
                {
                    1 => left,
                    2 => above,
                    3 => (left + above) / 2,
                    4 => Paeth(left, above, corner),
                    _ => 0,
                };
                rows[(row * stride) + at] = (byte)(line[at + 1] + foretold);
            }
        }
        return rows;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left
            : toAbove <= toCorner ? above
            : corner;
    }

    private static string Head(int width, int height) => $"/Type/XObject/Subtype/Image/Width {width}/Height {height}";
}
