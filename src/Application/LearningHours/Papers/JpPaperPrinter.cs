using Pionir.Application.Common;
using Pionir.Application.Common.Printing;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Common;
using Pionir.Domain.LearningHours;

namespace Pionir.Application.LearningHours.Papers;

/// <summary>Prints statements that were given out, and signs them.</summary>
internal sealed class JpPaperPrinter(ITablePdf tables, PaperSealer sealer) : IApplicationPart
{
    public async Task<Result<SealedFile>> PrintAsync(JpPaper paper, CancellationToken cancellationToken)
    {
        if (!paper.IsIntact())
            return JpPaperErrors.NotIntact();
        return await sealer.SealAsync(
            new SealSubject(SealedPaper.JpStatement, paper.Id.Value),
            Unsigned(paper),
            cancellationToken
        );
    }

    private byte[] Unsigned(JpPaper paper)
    {
        var content = JpPaperContent.FromJson(paper.Content);
        var target = new MemoryStream();
        tables.Write(target, Document(paper, content));
        return target.ToArray();
    }

    private static TableDocument Document(JpPaper paper, JpPaperContent content) =>
        new()
        {
            Title = $"Rekapitulasi JP {content.Year} – {content.Name}",
            Heading = ["Rekapitulasi Jam Pelajaran (JP)", content.Institution, content.Centre],
            Facts =
            [
                new TableFact("Nama", content.Name),
                new TableFact(content.NumberKind, content.Number),
                new TableFact("Jabatan", content.Position),
                new TableFact("Unit kerja", content.Unit),
                new TableFact("Tahun", $"{content.Year}, keadaan {IndonesianWords.Date(content.On)}{Made(content)}"),
                new TableFact("Jumlah", $"{content.Earned} JP, {content.Counted} JP diperhitungkan{Target(content)}"),
            ],
            Columns =
            [
                new TableColumn("No.", 6, TableAlignment.Right),
                new TableColumn("Tanggal", 19),
                new TableColumn("Kegiatan", 38),
                new TableColumn("Bentuk", 18),
                new TableColumn("Sumber", 14),
                new TableColumn("JP", 7, TableAlignment.Right),
            ],
            Rows = content.Lines.Select(
                (line, at) =>
                    (IReadOnlyList<string>)
                        [
                            $"{at + 1}",
                            IndonesianWords.Date(line.OccurredOn),
                            line.Note is { } note ? $"{line.Title} ({note})" : line.Title,
                            line.Form ?? "",
                            PaperWords.Of(line.Kind),
                            $"{line.Jp}",
                        ]
            ),
            Footer = $"Rekapitulasi JP {content.Year} – {content.Name}",
            Archive = new TableArchive(
                content.Institution,
                paper.IssuedOn,
                paper.Address,
                [
                    "Periksa keaslian",
                    "Pindai kode QR, atau buka alamat ini:",
                    paper.Address,
                    "Ditandatangani secara elektronik. Tanda tangan ada di dalam berkas PDF ini.",
                ]
            ),
        };

    private static string Made(JpPaperContent content) =>
        content.MadeOn is { } day ? $" (dibuat {IndonesianWords.Date(day)})" : "";

    private static string Target(JpPaperContent content) =>
        content switch
        {
            { Minimum: { } least } => $" dari sedikitnya {least} JP",
            { Maximum: { } most } => $" dari paling banyak {most} JP",
            _ => "",
        };
}
