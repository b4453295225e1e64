namespace Pionir.Domain.Certificates.Templates;

/// <summary>The same certificate on an upright sheet: the signer in the middle, the code at the foot.</summary>
public static partial class TemplateStarter
{
    public static TemplateDocument Portrait() =>
        new() { Orientation = PaperOrientation.Portrait, Blocks = [.. PortraitFront(), .. PortraitBack()] };

    private static IEnumerable<TemplateBlock> PortraitFront() =>
        [
            Ornament("guilloche", OrnamentKind.Guilloche, 1, 30, 70, 150, 150),
            Ornament("frame", OrnamentKind.Frame, 1, 7, 7, 196, 283),
            new TemplateBlock
            {
                Id = "logo",
                Kind = BlockKind.Logo,
                X = 94,
                Y = 20,
                Width = 22,
                Height = 20,
            },
            Text("institution", "{institution:upper}", Serif, 13.5, 8, 25, 42.5, 160, 7) with
            {
                Tracking = 80,
            },
            Text("centre", "{centre}", Sans, 9, 6.5, 25, 49.5, 160, 5) with
            {
                Colour = Grey,
            },
            Text("title", "SERTIFIKAT", Serif, 40, 24, 22, 61, 166, 17) with
            {
                Tracking = 140,
            },
            Ornament("divider", OrnamentKind.Divider, 1, 70.5, 80, 69, 4),
            Text("number", "Nomor: {number}", Sans, 9, 6.5, 25, 85.5, 160, 5) with
            {
                Colour = Grey,
            },
            Text("given", "diberikan kepada", Italic, 14, 10, 25, 98, 160, 7) with
            {
                Colour = Grey,
            },
            Text("name", "{name}", Serif, 32, 13, 20, 106, 170, 25) with
            {
                LineHeight = 1.1,
            },
            Text("identity", "[{identity-label} {identity} · ]{affiliation}", Sans, 9.5, 6.5, 20, 131.5, 170, 10) with
            {
                Colour = Grey,
            },
            Text("passed", "telah mengikuti dan dinyatakan lulus", Italic, 14, 10, 25, 144, 160, 7) with
            {
                Colour = Grey,
            },
            Text("training", "{training}", Bold, 20, 10, 20, 152, 170, 27) with
            {
                LineHeight = 1.15,
            },
            Text(
                "held",
                "[{batch}, ]diselenggarakan pada {dates}[ di {place}], selama {jp} jam pelajaran (JP).",
                Serif,
                12.5,
                8.5,
                25,
                180.5,
                160,
                18
            ),
            Text("signed", "[{issued-at}, ]{issued}\n{signer-title}", Serif, 11, 8, 45, 204, 120, 14) with
            {
                Vertical = VerticalAlign.Top,
            },
            Text(
                "electronic",
                "Ditandatangani secara elektronik.\nTanda tangan ada di dalam berkas PDF ini.",
                Sans,
                7.4,
                6,
                45,
                219,
                120,
                8
            ) with
            {
                Colour = Grey,
                LineHeight = 1.3,
            },
            Text("signer", "{signer}", Bold, 12.5, 8.5, 45, 228, 120, 7) with
            {
                Vertical = VerticalAlign.Bottom,
            },
            Text("signer-number", "[NIP {signer-identity}]", Sans, 8, 6, 45, 235.5, 120, 4.5) with
            {
                Colour = Grey,
            },
            new TemplateBlock
            {
                Id = "qr",
                Kind = BlockKind.Qr,
                X = 24,
                Y = 245,
                Width = 30,
                Height = 30,
                Colour = "#000000",
            },
            Text("check", "Periksa keaslian", Bold, 11, 8, 58, 247.5, 125, 6) with
            {
                Align = TextAlign.Left,
            },
            Text(
                "address",
                "Pindai kode QR, atau buka alamat ini:\n{verification-address}[\nMenggantikan sertifikat nomor {replaces}.]",
                Sans,
                7.4,
                5.5,
                58,
                254,
                125,
                18
            ) with
            {
                Align = TextAlign.Left,
                Vertical = VerticalAlign.Top,
                Colour = Grey,
                LineHeight = 1.35,
            },
        ];

    private static IEnumerable<TemplateBlock> PortraitBack() =>
        [
            Ornament("frame-2", OrnamentKind.Frame, 2, 7, 7, 196, 283),
            Text("subjects-title", "Daftar Mata Pelatihan", Serif, 21, 14, 25, 20, 160, 10) with
            {
                Page = 2,
            },
            Text("subjects-training", "{training}", Serif, 12.5, 8, 22, 31, 166, 14) with
            {
                Page = 2,
                Colour = Grey,
            },
            new TemplateBlock
            {
                Id = "subjects",
                Kind = BlockKind.Subjects,
                Page = 2,
                X = 24,
                Y = 49,
                Width = 162,
                Height = 220,
                Font = Sans,
                Size = 9.5,
                MinimumSize = 8,
            },
            Text("subjects-number", "Nomor: {number}", Sans, 7.5, 6, 20, 276, 80, 5) with
            {
                Page = 2,
                Align = TextAlign.Left,
                Colour = Grey,
            },
            Text("subjects-name", "{name}", Sans, 7.5, 5.5, 103, 276, 87, 5) with
            {
                Page = 2,
                Align = TextAlign.Right,
                Colour = Grey,
            },
        ];
}
