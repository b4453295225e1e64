namespace Pionir.Domain.Certificates.Templates;

/// <summary>The same certificate on an upright sheet: the signer in the middle, the code at the foot.</summary>
public static partial class TemplateStarter
{
    /// <summary>Where the blocks of the flat sheet stand here, in the order in which they are read.</summary>
    private static readonly (string Id, double X, double Y, double Width, double Height)[] Upright =
    [
        ("guilloche", 30, 70, 150, 150),
        ("frame", 7, 7, 196, 283),
        ("logo", 94, 20, 22, 20),
        ("institution", 25, 42.5, 160, 7),
        ("centre", 25, 49.5, 160, 5),
        ("title", 22, 61, 166, 17),
        ("divider", 70.5, 80, 69, 4),
        ("number", 25, 85.5, 160, 5),
        ("given", 25, 98, 160, 7),
        ("name", 20, 106, 170, 25),
        ("identity", 20, 131.5, 170, 10),
        ("passed", 25, 144, 160, 7),
        ("training", 20, 152, 170, 27),
        ("held", 25, 180.5, 160, 18),
        ("signed", 45, 204, 120, 14),
        ("electronic", 45, 219, 120, 8),
        ("signer", 45, 228, 120, 7),
        ("signer-number", 45, 235.5, 120, 4.5),
        ("qr", 24, 245, 30, 30),
        ("check", 58, 247.5, 125, 6),
        ("address", 58, 254, 125, 18),
        ("frame-2", 7, 7, 196, 283),
        ("subjects-title", 25, 20, 160, 10),
        ("subjects-training", 22, 31, 166, 14),
        ("subjects", 24, 49, 162, 220),
        ("subjects-number", 20, 276, 80, 5),
        ("subjects-name", 103, 276, 87, 5),
    ];

    public static TemplateDocument Portrait()
    {
        var flat = Landscape().Blocks.ToDictionary(block => block.Id);
        return new()
        {
            Orientation = PaperOrientation.Portrait,
            Blocks =
            [
                .. Upright.Select(place =>
                    Narrowed(flat[place.Id]) with
                    {
                        X = place.X,
                        Y = place.Y,
                        Width = place.Width,
                        Height = place.Height,
                    }
                ),
            ],
        };
    }

    private static TemplateBlock Narrowed(TemplateBlock block) =>
        block.Id switch
        {
            "title" => block with { Size = 40, Tracking = 140 },
            "name" => block with { Size = 32 },
            "training" => block with { Size = 20 },
            _ => block,
        };
}
