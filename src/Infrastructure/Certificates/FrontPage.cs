using System.Globalization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Certificates.Wording;
using Pionir.Domain.Common;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates;

/// <summary>The page that is framed: who, for what, by whom.</summary>
internal static class FrontPage
{
    private const double Centre = CompiledTemplate.Width / 2;
    private const double TextWidth = 640;
    private const double BodyTop = 214;
    private const double BodyBottom = 424;
    private const double LineFactor = 1.22;
    private const double SignatureCentre = 650;
    private const double Foot = 513.5;

    /// <param name="settled">
    /// As papers of the first two templates were given out, thousands without a dot and a long signer's name over the
    /// statement included.
    /// </param>
    /// <param name="isCopy">For printing only: the signature is in another file.</param>
    public static void Draw(
        PdfCanvas canvas,
        CertificateSnapshot snapshot,
        double? logoRatio,
        bool signed,
        bool settled,
        bool isCopy = false
    )
    {
        canvas.BeginCommon();
        canvas.Prepared("Front");
        Head(canvas, snapshot, logoRatio);
        canvas.EndCommon();
        canvas.CentredText(Face.Sans, 9, Centre, 207, $"Nomor: {snapshot.Number}");
        Body(canvas, snapshot, settled);
        VerificationMark.Draw(canvas, snapshot, 62, 446);
        canvas.BeginCommon();
        var top = Signature(canvas, snapshot);
        if (signed)
            Statement(canvas, settled ? Foot : Math.Min(Foot, top - 2), isCopy);
    }

    private static void Head(PdfCanvas canvas, CertificateSnapshot snapshot, double? logoRatio)
    {
        if (logoRatio is { } ratio)
        {
            var height = Math.Min(52, 150 / ratio);
            canvas.Begin(PdfTags.Figure, $"Logo {snapshot.Issuer.Institution}");
            canvas.Picture("Logo", Centre - (height * ratio / 2), 46 + ((52 - height) / 2), height * ratio, height);
            canvas.End();
        }
        else
        {
            Ornament.Emblem(canvas, Centre, 72, 25);
        }
        canvas.Fill(Ornament.Navy);
        var name = snapshot.Issuer.Institution.ToUpperInvariant();
        var (size, lines) = TextFlow.Fit(canvas.Fonts, Face.Serif, name, TextWidth - 60, 1, 13.5, 8);
        canvas.CentredText(Face.Serif, size, Centre, 117, lines[0], 1.1);
        canvas.Fill(Ornament.Grey);
        var (small, centre) = TextFlow.Fit(canvas.Fonts, Face.Sans, snapshot.Issuer.Centre, TextWidth, 1, 8.8, 6);
        canvas.CentredText(Face.Sans, small, Centre, 131, centre[0]);

        canvas.Fill(Ornament.Navy);
        canvas.Begin(PdfTags.Heading);
        canvas.CentredText(Face.Serif, 42, Centre, 177, "SERTIFIKAT", 7);
        canvas.End();
        canvas.Stroke(Ornament.Gold, 0.8);
        canvas.Line(Centre - 96, 190, Centre - 8, 190);
        canvas.Line(Centre + 8, 190, Centre + 96, 190);
        canvas.Fill(Ornament.Gold);
        Ornament.Diamond(canvas, Centre, 190, 3.2);
        canvas.Fill(Ornament.Grey);
    }

    /// <summary>The lines between number and signature, spread evenly over the room they have.</summary>
    private static void Body(PdfCanvas canvas, CertificateSnapshot snapshot, bool settled)
    {
        var fonts = canvas.Fonts;
        var training = snapshot.Training;
        var title = Shrink(fonts, Face.SerifBold, training.Name, 21, 15, 11);
        var parts = new List<(Face Face, Ink Ink, double Size, List<string> Lines, double Before)>
        {
            (Face.SerifItalic, Ornament.Grey, 14, ["diberikan kepada"], 1),
        };
        var (nameSize, names) = Name(fonts, snapshot.Holder.Name);
        parts.Add((Face.Serif, Ornament.Navy, nameSize, names, 1.1));
        var (smallSize, about) = TextFlow.Fit(fonts, Face.Sans, About(snapshot.Holder), TextWidth, 2, 9.5, 6.5);
        if (about[0].Length > 0)
            parts.Add((Face.Sans, Ornament.Grey, smallSize, about, 1));
        parts.Add((Face.SerifItalic, Ornament.Grey, 14, ["telah mengikuti dan dinyatakan lulus"], 1.5));
        parts.Add((Face.SerifBold, Ornament.Navy, title.Size, title.Lines, 1.1));
        var (bodySize, body) = TextFlow.Fit(fonts, Face.Serif, Held(training, settled), TextWidth, 2, 12.5, 8);
        parts.Add((Face.Serif, Ornament.Navy, bodySize, body, 1));

        var inked = parts.Sum(part => part.Size * LineFactor * part.Lines.Count);
        var gap = Math.Clamp((BodyBottom - BodyTop - inked) / parts.Sum(part => part.Before), 1, 11);
        var y = BodyTop + Math.Max(0, (BodyBottom - BodyTop - inked - (gap * parts.Sum(part => part.Before))) * 0.35);
        foreach (var (face, ink, size, lines, before) in parts)
        {
            y += gap * before;
            canvas.Fill(ink);
            canvas.Begin(PdfTags.Paragraph);
            foreach (var line in lines)
            {
                y += size * LineFactor;
                canvas.CentredText(face, size, Centre, y - (size * 0.28), line);
            }
            canvas.End();
        }
    }

    private static (double Size, List<string> Lines) Name(PdfFonts fonts, string name)
    {
        var fitted = TextFlow.Fit(fonts, Face.Serif, name, TextWidth, 1, 34, 24);
        return fitted.Lines.Count == 1 ? fitted : Shrink(fonts, Face.Serif, name, 23, 17, 11);
    }

    /// <summary>Rather two lines somewhat smaller than three.</summary>
    private static (double Size, List<string> Lines) Shrink(
        PdfFonts fonts,
        Face face,
        string text,
        double largest,
        double readable,
        double smallest
    )
    {
        var fitted = TextFlow.Fit(fonts, face, text, TextWidth, 2, largest, readable);
        return fitted.Lines.Count <= 2 ? fitted : TextFlow.Fit(fonts, face, text, TextWidth, 3, readable, smallest);
    }

    private static string About(SnapshotHolder holder)
    {
        var identity = holder.IdentityNumber is { } number
            ? $"{holder.IdentityLabel} {IndonesianWords.Identity(number)}".Trim()
            : "";
        return string.Join(" · ", new[] { identity, holder.Affiliation }.Where(part => part.Length > 0));
    }

    private static string Held(SnapshotTraining training, bool settled)
    {
        var batch = training.Batch is { Length: > 0 } name ? $"{IndonesianWords.Batch(name)}, " : "";
        // No line ends with "di": the space behind it does not break.
        var place = training.Place.Length > 0 ? $" di{(settled ? ' ' : '\u00A0')}{training.Place}" : "";
        return $"{batch}diselenggarakan pada {IndonesianWords.Dates(training.StartsOn, training.EndsOn)}{place}, "
            + $"selama {(settled ? training.Jp.ToString(CultureInfo.InvariantCulture) : IndonesianNumber.Digits(training.Jp))} "
            + "jam pelajaran (JP).";
    }

    /// <summary>In place of a stroke of the pen (UU 11/2008, article 11, and PP 71/2019, article 59).</summary>
    /// <param name="foot">Where its second line stands.</param>
    private static void Statement(PdfCanvas canvas, double foot, bool isCopy)
    {
        var where = isCopy
            ? "Salinan cetak: tanda tangan ada di dalam berkas PDF aslinya."
            : "Tanda tangan ada di dalam berkas PDF ini.";
        canvas.Fill(Ornament.Grey);
        canvas.Begin(PdfTags.Paragraph);
        canvas.CentredText(Face.Sans, 7.4, SignatureCentre, foot - 9.5, "Ditandatangani secara elektronik.");
        canvas.CentredText(Face.Sans, 7.4, SignatureCentre, foot, where);
        canvas.End();
    }

    /// <returns>Where the signer's name begins.</returns>
    private static double Signature(PdfCanvas canvas, CertificateSnapshot snapshot)
    {
        const double x = SignatureCentre;
        const double width = 250;
        canvas.Fill(Ornament.Navy);
        var place = snapshot.IssuedAt.Length > 0 ? $"{snapshot.IssuedAt}, " : "";
        canvas.CentredText(Face.Serif, 11, x, 452, place + IndonesianWords.Date(snapshot.IssuedOn));
        var signer = snapshot.Signer;
        var title = $"{signer.Capacity} {signer.Title}".Trim();
        var (size, lines) = TextFlow.Fit(canvas.Fonts, Face.Serif, title, width, 2, 11, 8);
        canvas.Begin(PdfTags.Paragraph);
        for (var at = 0; at < lines.Count; at++)
            canvas.CentredText(Face.Serif, size, x, 467 + (at * size * 1.2), lines[at]);
        canvas.End();
        var (large, names) = TextFlow.Fit(canvas.Fonts, Face.SerifBold, signer.Name, width, 2, 12.5, 8);
        var y = 536 - ((names.Count - 1) * large * 1.1);
        var top = y - large;
        canvas.Begin(PdfTags.Paragraph);
        foreach (var name in names)
        {
            canvas.CentredText(Face.SerifBold, large, x, y, name);
            y += large * 1.1;
        }
        canvas.End();
        if (signer.IdentityNumber is { } number)
        {
            canvas.Fill(Ornament.Grey);
            canvas.CentredText(Face.Sans, 8, x, 548, $"NIP {IndonesianWords.Identity(number)}");
        }
        return top;
    }
}
