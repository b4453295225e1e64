using System.Globalization;
using System.Text;

namespace Pionir.Infrastructure.Certificates.Designs;

/// <summary>x' = ax + cy + e, y' = bx + dy + f, as PDF and SVG write it.</summary>
internal readonly record struct Affine(double A, double B, double C, double D, double E, double F)
{
    public static readonly Affine Identity = new(1, 0, 0, 1, 0, 0);

    /// <summary>First the other map, then this one.</summary>
    public Affine After(Affine first) =>
        new(
            (A * first.A) + (C * first.B),
            (B * first.A) + (D * first.B),
            (A * first.C) + (C * first.D),
            (B * first.C) + (D * first.D),
            (A * first.E) + (C * first.F) + E,
            (B * first.E) + (D * first.F) + F
        );

    public (double X, double Y) Apply(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    public void Point(StringBuilder path, double x, double y)
    {
        var (toX, toY) = Apply(x, y);
        path.Append(CultureInfo.InvariantCulture, $"{Math.Round(toX, 2)} {Math.Round(toY, 2)}");
    }
}
