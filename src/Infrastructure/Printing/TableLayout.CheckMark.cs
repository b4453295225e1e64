using Pionir.Application.Common.Printing;
using QRCoder;

namespace Pionir.Infrastructure.Printing;

internal sealed partial class TableLayout
{
    private void CheckMark(TableArchive archive)
    {
        const double side = 76;
        const double small = 8;
        if (y + 18 + side > Bottom)
            NewPage();
        y += 18;
        using var code = QRCodeGenerator.GenerateQrCode(archive.Address, QRCodeGenerator.ECCLevel.M);
        // The matrix brings a quiet border of four squares; the paper around it is white already.
        var count = code.ModuleMatrix.Count - 8;
        page.Fill(Ink.Black);
        page.Begin(PdfTags.Figure, $"Kode QR: {archive.Address}");
        page.Squares(Margin, y, side / count, count, (row, column) => code.ModuleMatrix[row + 4][column + 4]);
        page.End();
        var foot = y + 12;
        for (var at = 0; at < archive.Words.Count; at++)
        {
            var face = at == 0 ? Face.SansBold : Face.Sans;
            page.Begin(PdfTags.Paragraph);
            foreach (
                var line in TextFlow.Wrap(fonts, face, small, archive.Words[at], page.Width - (2 * Margin) - side - 14)
            )
            {
                page.Text(face, small, Margin + side + 14, foot, line);
                foot += small * 1.5;
            }
            page.End();
        }
        y += side;
    }
}
