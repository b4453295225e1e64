using System.Globalization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Certificates.Wording;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates;

/// <summary>What was taught and for how many JP, on the second page and, for long programmes, further ones.</summary>
internal static class SubjectPages
{
    private const double Top = 122;
    private const double Bottom = 520;
    private const double Size = 9.5;
    private const double RowPadding = 5;
    private const double LineHeight = Size * 1.3;

    /// <param name="settled">As papers of the first two templates were given out.</param>
    public static void Draw(List<PdfCanvas> sheets, PdfFonts fonts, CertificateSnapshot snapshot, bool settled)
    {
        var subjects = snapshot.Training.Subjects;
        if (subjects.Count == 0)
            return;
        // A short programme stands in the middle, a long one in two columns.
        var columns = subjects.Count <= 18 ? 1 : 2;
        var width = columns == 1 ? 560.0 : 350.0;
        var gap = 24.0;
        var left = (CompiledTemplate.Width - (columns * width) - ((columns - 1) * gap)) / 2;
        var canvas = Begin(sheets, fonts, snapshot, settled);
        var column = 0;
        canvas.Begin(PdfTags.Table);
        var y = HeadRow(canvas, left, width);
        for (var at = 0; at < subjects.Count; at++)
        {
            var lines = TextFlow.Wrap(fonts, Face.Sans, Size, subjects[at].Name, width - 104);
            var height = (lines.Count * LineHeight) + (2 * RowPadding);
            if (y + height > Bottom)
            {
                column++;
                if (column == columns)
                {
                    canvas = Begin(sheets, fonts, snapshot, settled);
                    column = 0;
                }
                canvas.Begin(PdfTags.Artifact);
                y = HeadRow(canvas, left + (column * (width + gap)), width);
                canvas.End();
            }
            Row(canvas, left + (column * (width + gap)), width, y, height, at + 1, lines, subjects[at].Jp);
            y += height;
        }
        Total(canvas, left + (column * (width + gap)), width, y, snapshot.Training, settled);
        canvas.End();
    }

    private static PdfCanvas Begin(List<PdfCanvas> sheets, PdfFonts fonts, CertificateSnapshot snapshot, bool settled)
    {
        var canvas = new PdfCanvas(fonts, CompiledTemplate.Width, CompiledTemplate.Height, sheets[0].Tags);
        // The title is read once, before its table; further pages only repeat it.
        var first = sheets.Count == 1;
        sheets.Add(canvas);
        canvas.BeginCommon();
        canvas.Prepared("Back");
        var centre = CompiledTemplate.Width / 2;
        canvas.Fill(Ornament.Navy);
        canvas.Begin(first ? PdfTags.Subheading : PdfTags.Artifact);
        canvas.CentredText(Face.Serif, 21, centre, 74, "Daftar Mata Pelatihan");
        canvas.End();
        canvas.Fill(Ornament.Grey);
        var (size, lines) = TextFlow.Fit(fonts, Face.Serif, snapshot.Training.Name, 680, 1, 12.5, 8);
        canvas.Begin(first ? PdfTags.Paragraph : PdfTags.Artifact);
        canvas.CentredText(Face.Serif, size, centre, 93, lines[0]);
        canvas.End();
        canvas.Fill(Ornament.Grey);
        canvas.EndCommon();
        canvas.Begin(PdfTags.Artifact);
        var margin = settled ? 50 : 62;
        canvas.Text(Face.Sans, 7.5, margin, 553, $"Nomor: {snapshot.Number}");
        canvas.RightText(Face.Sans, 7.5, CompiledTemplate.Width - margin, 553, snapshot.Holder.Name);
        canvas.End();
        canvas.BeginCommon();
        return canvas;
    }

    private static double HeadRow(PdfCanvas canvas, double x, double width)
    {
        canvas.Fill(Ornament.Navy);
        canvas.Begin(PdfTags.Row);
        Head(() => canvas.Text(Face.SerifBold, 10.5, x + 4, Top, "No."));
        Head(() => canvas.Text(Face.SerifBold, 10.5, x + 40, Top, "Mata pelatihan"));
        Head(() => canvas.RightText(Face.SerifBold, 10.5, x + width - 6, Top, "JP"));
        canvas.End();
        canvas.Stroke(Ornament.Gold, 1);
        canvas.Line(x, Top + 6, x + width, Top + 6);
        return Top + 7;

        void Head(Action draw)
        {
            canvas.Begin(PdfTags.HeadCell, attributes: "/A<</O/Table/Scope/Column>>");
            draw();
            canvas.End();
        }
    }

    private static void Row(
        PdfCanvas canvas,
        double x,
        double width,
        double y,
        double height,
        int number,
        List<string> lines,
        int jp
    )
    {
        canvas.Fill(Ornament.Navy);
        var foot = y + RowPadding + Size;
        canvas.Begin(PdfTags.Row);
        canvas.Begin(PdfTags.Cell);
        canvas.Text(Face.Sans, Size, x + 4, foot, number.ToString(CultureInfo.InvariantCulture));
        canvas.End();
        canvas.Begin(PdfTags.Cell);
        for (var at = 0; at < lines.Count; at++)
            canvas.Text(Face.Sans, Size, x + 40, foot + (at * LineHeight), lines[at]);
        canvas.End();
        canvas.Begin(PdfTags.Cell);
        canvas.RightText(Face.Sans, Size, x + width - 6, foot, jp.ToString(CultureInfo.InvariantCulture));
        canvas.End();
        canvas.End();
        canvas.Stroke(Ornament.Pale, 0.8);
        canvas.Line(x, y + height, x + width, y + height);
    }

    private static void Total(
        PdfCanvas canvas,
        double x,
        double width,
        double y,
        SnapshotTraining training,
        bool settled
    )
    {
        canvas.Stroke(Ornament.Gold, 1);
        canvas.Line(x, y + 1, x + width, y + 1);
        canvas.Fill(Ornament.Navy);
        // The programme may set other JP than its sessions add up to; then the paper says which ones count.
        var words = training.Subjects.Sum(subject => subject.Jp) == training.Jp ? "Jumlah" : "JP yang diakui";
        canvas.Begin(PdfTags.Row);
        canvas.Begin(PdfTags.Cell, attributes: "/A<</O/Table/ColSpan 2>>");
        canvas.Text(Face.SerifBold, 10.5, x + 40, y + 17, words);
        canvas.End();
        var sum = settled ? training.Jp.ToString(CultureInfo.InvariantCulture) : IndonesianNumber.Digits(training.Jp);
        canvas.Begin(PdfTags.Cell);
        canvas.RightText(Face.SerifBold, 10.5, x + width - 6, y + 17, $"{sum} JP");
        canvas.End();
        canvas.End();
    }
}
