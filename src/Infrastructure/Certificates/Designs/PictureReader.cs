using System.Buffers.Binary;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Common;
using Pionir.Infrastructure.Certificates.Pages;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates.Designs;

/// <summary>Reads an uploaded picture to its end, as printing will, and says what is wrong with it.</summary>
internal static class PictureReader
{
    public static Result<PictureFacts> Read(byte[] content)
    {
        if (SizeOf(content) is not { } size)
            return CertificatePictureErrors.Damaged();
        if ((long)size.Width * size.Height > CertificatePicture.PixelsMaximum)
            return CertificatePictureErrors.TooManyPixels(CertificatePicture.PixelsMaximum);
        try
        {
            return PdfPicture.Write(new PdfFile(), content) is { } picture
                ? new PictureFacts(picture.Width, picture.Height, content.Length)
                : CertificatePictureErrors.KindUnsupported();
        }
        catch (Exception exception)
            when (exception
                    is ArgumentException
                        or IndexOutOfRangeException
                        or OverflowException
                        or InvalidDataException
                        or EndOfStreamException
            )
        {
            return CertificatePictureErrors.Damaged();
        }
    }

    /// <summary>Pixels, from the head of the file; hundredths of points of a page; null when it is neither.</summary>
    public static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> content)
    {
        if (StoredPage.Is(content))
            return StoredPage.SizeOf(content);
        if (content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]))
        {
            return content.Length < 33
                ? null
                : Positive(
                    BinaryPrimitives.ReadInt32BigEndian(content[16..]),
                    BinaryPrimitives.ReadInt32BigEndian(content[20..])
                );
        }
        if (!content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]))
            return null;
        for (var at = 2; at + 9 < content.Length; )
        {
            var marker = content[at + 1];
            if (content[at] != 0xFF)
                return null;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return Positive(
                    BinaryPrimitives.ReadUInt16BigEndian(content[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(content[(at + 5)..])
                );
            }
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
        }
        return null;
    }

    private static (int, int)? Positive(int width, int height) => width > 0 && height > 0 ? (width, height) : null;
}
