using Pionir.Domain.Certificates;
using Pionir.Infrastructure.Printing;
using QRCoder;

namespace Pionir.Infrastructure.Certificates;

/// <summary>The QR code and, for those without a camera, the address in letters.</summary>
internal static class VerificationMark
{
    private const double Side = 84;

    public static void Draw(PdfCanvas canvas, CertificateSnapshot snapshot, double x, double y)
    {
        using var code = QRCodeGenerator.GenerateQrCode(snapshot.VerificationAddress, QRCodeGenerator.ECCLevel.M);
        // The matrix brings its own quiet border of four squares; the paper around it is white already.
        var modules = code.ModuleMatrix;
        var count = modules.Count - 8;
        canvas.Fill(Ink.White);
        canvas.FillBox(x - 5, y - 5, Side + 10, Side + 10);
        canvas.Fill(Ink.Black);
        canvas.Begin(PdfTags.Figure, $"Kode QR: {snapshot.VerificationAddress}");
        canvas.Squares(x, y, Side / count, count, (row, column) => modules[row + 4][column + 4]);
        canvas.End();

        var left = x + Side + 12;
        canvas.Fill(Ornament.Navy);
        canvas.Text(Face.SerifBold, 11, left, y + 14, "Periksa keaslian");
        canvas.Fill(Ornament.Grey);
        canvas.Text(Face.Sans, 7.4, left, y + 27, "Pindai kode QR, atau buka alamat ini:");
        var line = y + 39;
        canvas.Begin(PdfTags.Paragraph);
        foreach (var part in Lines(canvas.Fonts, snapshot.VerificationAddress))
        {
            canvas.Text(Face.Sans, 7.4, left, line, part);
            line += 10;
        }
        canvas.End();
        if (snapshot.Replaces is { } replaced)
            canvas.Text(Face.Sans, 7.4, left, line + 4, $"Menggantikan sertifikat nomor {replaced}.");
    }

    // The code itself is best typed from a line of its own.
    private static List<string> Lines(PdfFonts fonts, string address)
    {
        const double width = 235;
        var code = address.LastIndexOf('/') + 1;
        return fonts.Width(Face.Sans, 7.4, address) <= width
            ? [address]
            :
            [
                .. TextFlow.Wrap(fonts, Face.Sans, 7.4, address[..code], width),
                .. TextFlow.Wrap(fonts, Face.Sans, 7.4, address[code..], width),
            ];
    }
}
