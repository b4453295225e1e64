using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates;

/// <summary>What adorns the built-in template: frame, corner rosettes after the kawung motif, a pale guilloche.</summary>
internal static class Ornament
{
    public static readonly Ink Navy = Ink.Hex(0x17324D);
    public static readonly Ink Gold = Ink.Hex(0xB08D3C);
    public static readonly Ink Pale = Ink.Hex(0xF0E9D8);
    public static readonly Ink Grey = Ink.Hex(0x55606C);

    public static void Frame(PdfCanvas canvas) =>
        Frame(canvas, 20, 20, canvas.Width - 40, canvas.Height - 40, Navy, Gold);

    /// <summary>Three lines around a box, and a rosette in each corner.</summary>
    public static void Frame(PdfCanvas canvas, double x, double y, double width, double height, Ink outer, Ink inner)
    {
        canvas.Stroke(outer, 2.2);
        canvas.StrokeBox(x, y, width, height);
        canvas.Stroke(inner, 0.8);
        canvas.StrokeBox(x + 6, y + 6, width - 12, height - 12);
        canvas.Stroke(inner, 0.35);
        canvas.StrokeBox(x + 10, y + 10, width - 20, height - 20);
        foreach (var centreX in new[] { x + 10, x + width - 10 })
        {
            foreach (var centreY in new[] { y + 10, y + height - 10 })
            {
                canvas.Fill(Ink.White);
                canvas.FillBox(centreX - 13, centreY - 13, 26, 26);
                canvas.Stroke(inner, 0.8);
                canvas.StrokeBox(centreX - 13, centreY - 13, 26, 26);
                Kawung(canvas, centreX, centreY, 10, inner);
            }
        }
    }

    /// <summary>Four petals around a point, and a diamond between each two.</summary>
    public static void Kawung(PdfCanvas canvas, double x, double y, double radius, Ink petals)
    {
        canvas.Fill(petals);
        foreach (var (alongX, alongY) in new[] { (1, 1), (1, -1), (-1, -1), (-1, 1) })
            Petal(canvas, x, y, radius * 0.12, radius * 1.02, alongX * 0.7071, alongY * 0.7071);
        canvas.Fill(Navy);
        canvas.Circle(x, y, radius * 0.13, fill: true);
        foreach (var (alongX, alongY) in new[] { (1, 0), (-1, 0), (0, 1), (0, -1) })
            Diamond(canvas, x + (alongX * radius * 0.78), y + (alongY * radius * 0.78), radius * 0.13);
    }

    public static void Diamond(PdfCanvas canvas, double x, double y, double radius) =>
        canvas.Polygon([(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)], fill: true);

    /// <summary>The mark of an institution that has not set a logo.</summary>
    public static void Emblem(PdfCanvas canvas, double x, double y, double radius)
    {
        canvas.Fill(Navy);
        canvas.Circle(x, y, radius, fill: true);
        canvas.Stroke(Gold, 1.1);
        canvas.Circle(x, y, radius - 2.6, fill: false);
        canvas.Fill(Gold);
        for (var turn = 0; turn < 8; turn++)
        {
            var angle = Math.PI * turn / 4;
            Petal(canvas, x, y, radius * 0.16, radius * 0.72, Math.Cos(angle), Math.Sin(angle), 0.26);
        }
        canvas.Circle(x, y, radius * 0.11, fill: true);
    }

    /// <summary>Fine waves around a circle, as securities carry them; pale enough to write on.</summary>
    public static void Guilloche(PdfCanvas canvas, double x, double y, double radius)
    {
        canvas.Stroke(Pale, 0.5);
        const int points = 192;
        for (var wave = 0; wave < 4; wave++)
        {
            var ring = new (double X, double Y)[points];
            for (var at = 0; at < points; at++)
            {
                var angle = 2 * Math.PI * at / points;
                var reach = radius * (0.82 + (0.18 * Math.Cos((12 * angle) + (wave * Math.PI / 2))));
                ring[at] = (x + (reach * Math.Cos(angle)), y + (reach * Math.Sin(angle)));
            }
            canvas.Polygon(ring, fill: false);
        }
    }

    private static void Petal(
        PdfCanvas canvas,
        double x,
        double y,
        double from,
        double to,
        double alongX,
        double alongY,
        double bulge = 0.34
    )
    {
        var wide = (to - from) * bulge;
        var middle = (from + to) / 2;
        canvas.Curve(
            [
                At(from, 0),
                At(from, wide),
                At(middle, wide),
                At(middle, wide),
                At(to, wide * 0.9),
                At(to, 0),
                At(to, 0),
                At(to, 0),
                At(to, -wide * 0.9),
                At(middle, -wide),
                At(middle, -wide),
                At(from, -wide),
                At(from, 0),
            ],
            fill: true
        );

        (double, double) At(double along, double across) =>
            (x + (along * alongX) - (across * alongY), y + (along * alongY) + (across * alongX));
    }
}
