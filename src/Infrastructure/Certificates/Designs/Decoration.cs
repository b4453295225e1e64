using Pionir.Domain.Certificates.Templates;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates.Designs;

/// <summary>Lines, boxes and ornaments.</summary>
internal static class Decoration
{
    public static void Draw(PdfCanvas canvas, PlannedBlock block)
    {
        var (source, area) = (block.Source, block.Area);
        switch (source.Kind)
        {
            case BlockKind.Line:
                canvas.Stroke(block.Ink, source.Thickness);
                if (area.Width >= area.Height)
                    canvas.Line(area.X, area.CentreY, area.X + area.Width, area.CentreY);
                else
                    canvas.Line(area.CentreX, area.Y, area.CentreX, area.Y + area.Height);
                break;
            case BlockKind.Box:
                canvas.Stroke(block.Ink, source.Thickness);
                canvas.StrokeBox(area.X, area.Y, area.Width, area.Height);
                break;
            default:
                Adorn(canvas, block);
                break;
        }
    }

    private static void Adorn(PdfCanvas canvas, PlannedBlock block)
    {
        var area = block.Area;
        var radius = Math.Min(area.Width, area.Height) / 2;
        switch (block.Source.Ornament)
        {
            case OrnamentKind.Frame when Math.Min(area.Width, area.Height) > 60:
                Ornament.Frame(canvas, area.X, area.Y, area.Width, area.Height, Ornament.Navy, block.Ink);
                break;
            case OrnamentKind.Guilloche:
                Ornament.Guilloche(canvas, area.CentreX, area.CentreY, radius);
                break;
            case OrnamentKind.Kawung:
                Ornament.Kawung(canvas, area.CentreX, area.CentreY, radius / 1.02, block.Ink);
                break;
            case OrnamentKind.Divider:
                canvas.Stroke(block.Ink, block.Source.Thickness);
                canvas.Line(area.X, area.CentreY, area.CentreX - 8, area.CentreY);
                canvas.Line(area.CentreX + 8, area.CentreY, area.X + area.Width, area.CentreY);
                canvas.Fill(block.Ink);
                Ornament.Diamond(canvas, area.CentreX, area.CentreY, 3.2);
                break;
        }
    }
}
