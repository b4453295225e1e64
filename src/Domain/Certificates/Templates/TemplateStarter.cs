namespace Pionir.Domain.Certificates.Templates;

/// <summary>What a new template begins with: a complete certificate on A4, to be changed rather than to be invented.</summary>
public static partial class TemplateStarter
{
    private const string Serif = "eb-garamond";
    private const string Italic = "eb-garamond-italic";
    private const string Bold = "eb-garamond-bold";
    private const string Sans = "noto-sans";
    private const string Navy = "#17324D";
    private const string Grey = "#55606C";

    public static TemplateDocument Landscape() =>
        new()
        {
            Blocks =
            [
                Ornament("guilloche", OrnamentKind.Guilloche, 1, 70, 28, 157, 157),
                Ornament("frame", OrnamentKind.Frame, 1, 7, 7, 283, 196),
                new TemplateBlock
                {
                    Id = "logo",
                    Kind = BlockKind.Logo,
                    X = 138.5,
                    Y = 15,
                    Width = 20,
                    Height = 18,
                },
                Text("institution", "{institution:upper}", Serif, 13.5, 8, 35, 34, 227, 7) with
                {
                    Tracking = 80,
                },
                Text("centre", "{centre}", Sans, 9, 6.5, 35, 40.5, 227, 5) with
                {
                    Colour = Grey,
                },
                Text("title", "SERTIFIKAT", Serif, 42, 24, 35, 47.5, 227, 17) with
                {
                    Tracking = 165,
                },
                Ornament("divider", OrnamentKind.Divider, 1, 114, 65, 69, 4),
                Text("number", "Nomor: {number}", Sans, 9, 6.5, 35, 69.5, 227, 5) with
                {
                    Colour = Grey,
                },
                Text("given", "diberikan kepada", Italic, 14, 10, 35, 77, 227, 7) with
                {
                    Colour = Grey,
                },
                Text("name", "{name}", Serif, 34, 13, 33, 84, 231, 18) with
                {
                    LineHeight = 1.1,
                },
                Text("identity", "[{identity-label} {identity} · ]{affiliation}", Sans, 9.5, 6.5, 33, 102, 231, 9) with
                {
                    Colour = Grey,
                },
                Text("passed", "telah mengikuti dan dinyatakan lulus", Italic, 14, 10, 35, 111, 227, 7) with
                {
                    Colour = Grey,
                },
                Text("training", "{training}", Bold, 21, 10, 33, 118, 231, 20) with
                {
                    LineHeight = 1.15,
                },
                Text(
                    "held",
                    "[{batch}, ]diselenggarakan pada {dates}[ di {place}], selama {jp} jam pelajaran (JP).",
                    Serif,
                    12.5,
                    8.5,
                    40,
                    138.5,
                    217,
                    12
                ),
                new TemplateBlock
                {
                    Id = "qr",
                    Kind = BlockKind.Qr,
                    X = 22,
                    Y = 158,
                    Width = 30,
                    Height = 30,
                    Colour = "#000000",
                },
                Text("check", "Periksa keaslian", Bold, 11, 8, 56, 160, 85, 6) with
                {
                    Align = TextAlign.Left,
                },
                Text(
                    "address",
                    "Pindai kode QR, atau buka alamat ini:\n{verification-address}[\nMenggantikan sertifikat nomor {replaces}.]",
                    Sans,
                    7.4,
                    5.5,
                    56,
                    166.5,
                    85,
                    18
                ) with
                {
                    Align = TextAlign.Left,
                    Vertical = VerticalAlign.Top,
                    Colour = Grey,
                    LineHeight = 1.35,
                },
                Text("signed", "[{issued-at}, ]{issued}\n{signer-title}", Serif, 11, 8, 178, 155, 103, 15) with
                {
                    Vertical = VerticalAlign.Top,
                },
                Text(
                    "electronic",
                    "Ditandatangani secara elektronik.\nTanda tangan ada di dalam berkas PDF ini.",
                    Sans,
                    7.4,
                    6,
                    178,
                    172,
                    103,
                    8
                ) with
                {
                    Colour = Grey,
                    LineHeight = 1.3,
                },
                Text("signer", "{signer}", Bold, 12.5, 8.5, 178, 183, 103, 8) with
                {
                    Vertical = VerticalAlign.Bottom,
                },
                Text("signer-number", "[NIP {signer-identity}]", Sans, 8, 6, 178, 191, 103, 4.5) with
                {
                    Colour = Grey,
                },
                Ornament("frame-2", OrnamentKind.Frame, 2, 7, 7, 283, 196),
                Text("subjects-title", "Daftar Mata Pelatihan", Serif, 21, 14, 35, 18, 227, 10) with
                {
                    Page = 2,
                },
                Text("subjects-training", "{training}", Serif, 12.5, 8, 30, 28, 237, 9) with
                {
                    Page = 2,
                    Colour = Grey,
                },
                new TemplateBlock
                {
                    Id = "subjects",
                    Kind = BlockKind.Subjects,
                    Page = 2,
                    X = 50,
                    Y = 41,
                    Width = 197,
                    Height = 144,
                    Font = Sans,
                    Size = 9.5,
                    MinimumSize = 8,
                },
                Text("subjects-number", "Nomor: {number}", Sans, 7.5, 6, 18, 190, 120, 5) with
                {
                    Page = 2,
                    Align = TextAlign.Left,
                    Colour = Grey,
                },
                Text("subjects-name", "{name}", Sans, 7.5, 5.5, 140, 190, 139, 5) with
                {
                    Page = 2,
                    Align = TextAlign.Right,
                    Colour = Grey,
                },
            ],
        };

    private static TemplateBlock Ornament(
        string id,
        OrnamentKind kind,
        int page,
        double x,
        double y,
        double width,
        double height
    ) =>
        new()
        {
            Id = id,
            Kind = BlockKind.Ornament,
            Ornament = kind,
            Page = page,
            X = x,
            Y = y,
            Width = width,
            Height = height,
            Colour = "#B08D3C",
        };

    private static TemplateBlock Text(
        string id,
        string text,
        string font,
        double size,
        double smallest,
        double x,
        double y,
        double width,
        double height
    ) =>
        new()
        {
            Id = id,
            Kind = BlockKind.Text,
            Text = text,
            Font = font,
            Size = size,
            MinimumSize = smallest,
            X = x,
            Y = y,
            Width = width,
            Height = height,
            Colour = Navy,
        };
}
