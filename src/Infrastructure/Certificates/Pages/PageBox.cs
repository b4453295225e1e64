using System.Globalization;
using PdfSharp.Pdf;
using Pionir.Domain.Certificates.Templates;

namespace Pionir.Infrastructure.Certificates.Pages;

/// <summary>The part of the page that is seen, as it is seen: cropped and turned. Points.</summary>
internal sealed record PageBox(double Left, double Bottom, double Wide, double High, int Turn)
{
    private const double LengthMinimum = 72;
    private const double LengthMaximum = 14_400;

    public double Width => Turn is 90 or 270 ? High : Wide;
    public double Height => Turn is 90 or 270 ? Wide : High;

    /// <summary>Brings the box to the unit square, upright, as pictures lie in it.</summary>
    public string Matrix
    {
        get
        {
            var (x, y) = (Left / Wide, Bottom / High);
            double[] map = Turn switch
            {
                90 => [0, -1 / Wide, 1 / High, 0, -y, 1 + x],
                180 => [-1 / Wide, 0, 0, -1 / High, 1 + x, 1 + y],
                270 => [0, 1 / Wide, -1 / High, 0, 1 + y, -x],
                _ => [1 / Wide, 0, 0, 1 / High, -x, -y],
            };
            return $"[{string.Join(' ', map.Select(Digits))}]";
        }
    }

    public string Corners => $"[{Digits(Left)} {Digits(Bottom)} {Digits(Left + Wide)} {Digits(Bottom + High)}]";

    public static string Digits(double number) =>
        Math.Round(number, 10).ToString("0.##########", CultureInfo.InvariantCulture);

    public static PageBox Of(PdfPage page)
    {
        var media = page.MediaBoxReadOnly;
        var seen = page.HasCropBox ? page.CropBoxReadOnly : media;
        var left = Math.Max(Math.Min(seen.X1, seen.X2), Math.Min(media.X1, media.X2));
        var bottom = Math.Max(Math.Min(seen.Y1, seen.Y2), Math.Min(media.Y1, media.Y2));
        var wide = Math.Min(Math.Max(seen.X1, seen.X2), Math.Max(media.X1, media.X2)) - left;
        var high = Math.Min(Math.Max(seen.Y1, seen.Y2), Math.Max(media.Y1, media.Y2)) - bottom;
        if (wide is < LengthMinimum or > LengthMaximum || high is < LengthMinimum or > LengthMaximum)
            throw new PageRefused(CertificatePictureErrors.PageSize());
        return new PageBox(left, bottom, wide, high, ((page.Rotate % 360) + 360) % 360);
    }
}
