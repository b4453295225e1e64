using Pionir.Application.Common.Printing;

namespace Pionir.Infrastructure.Printing;

/// <summary>Places heading, facts, table, notes and signatures on as many pages as they need.</summary>
internal sealed partial class TableLayout(TableDocument document, PdfFonts fonts, PdfTags? tags = null)
{
    private const double Margin = 42;
    private const double Padding = 4;
    private const double FootRoom = 24;
    private const double LineFactor = 1.32;
    private const double SignatureRoom = 52;
    private static readonly Ink Rule = Ink.Hex(0x8A94A0);
    private static readonly Ink HeadBack = Ink.Hex(0xE9EDF2);
    private static readonly Ink Quiet = Ink.Hex(0x5B6673);

    private readonly double size = document.FontSize;
    private readonly List<PdfCanvas> pages = [];
    private readonly List<(double X, double Width)> columns = [];
    private PdfCanvas page = null!;
    private double y;

    public IReadOnlyList<PdfCanvas> Pages => pages;

    private double Line => size * LineFactor;
    private double Bottom => page.Height - Margin - FootRoom;

    public void Run()
    {
        NewPage();
        MeasureColumns();
        Heading();
        page.Begin(PdfTags.Table);
        Head();
        foreach (var row in document.Rows)
            Row(row);
        page.End();
        Notes();
        Signatures();
        if (document.Archive is { } archive)
            CheckMark(archive);
    }

    public void Foot(PdfCanvas sheet, int number)
    {
        var foot = sheet.Height - Margin + 6;
        sheet.Fill(Quiet);
        sheet.Begin(PdfTags.Artifact);
        sheet.Text(Face.Sans, 7.5, Margin, foot, document.Footer);
        sheet.RightText(Face.Sans, 7.5, sheet.Width - Margin, foot, $"halaman {number} dari {pages.Count}");
        sheet.End();
    }

    private void NewPage()
    {
        page = document.Landscape
            ? new PdfCanvas(fonts, 841.89, 595.28, tags)
            : new PdfCanvas(fonts, 595.28, 841.89, tags);
        page.Stroke(Rule, 0.5);
        pages.Add(page);
        y = Margin;
    }

    /// <summary>By their weights, but no word of a title is broken: what that takes, wider columns give.</summary>
    private void MeasureColumns()
    {
        var room = page.Width - (2 * Margin);
        var whole = document.Columns.Sum(column => column.Weight);
        var least = document.Columns.Select(LongestWord).ToList();
        var wanted = document
            .Columns.Select((column, at) => Math.Max(least[at], room * column.Weight / whole))
            .ToList();
        var spare = wanted.Sum() - least.Sum();
        var kept = spare > 0 ? Math.Max(0, 1 - ((wanted.Sum() - room) / spare)) : 1;
        var x = Margin;
        for (var at = 0; at < wanted.Count; at++)
        {
            var width = least[at] + ((wanted[at] - least[at]) * kept);
            columns.Add((x, width));
            x += width;
        }
    }

    private double LongestWord(TableColumn column) =>
        column.Title.Split(' ').Max(word => fonts.Width(Face.SansBold, size, word)) + (2 * Padding) + 0.5;

    private void Heading()
    {
        page.Fill(Ink.Black);
        for (var at = 0; at < document.Heading.Count; at++)
        {
            var face = at == 0 ? Face.SansBold : Face.Sans;
            var large = at == 0 ? 13 : 10.5;
            page.Begin(at == 0 ? PdfTags.Heading : PdfTags.Paragraph);
            foreach (var line in TextFlow.Wrap(fonts, face, large, document.Heading[at], page.Width - (2 * Margin)))
            {
                y += large * 1.35;
                page.CentredText(face, large, page.Width / 2, y, line);
            }
            page.End();
        }
        y += document.Heading.Count > 0 ? 14 : 0;
        if (document.Facts.Count == 0)
            return;
        var label = document.Facts.Max(fact => fonts.Width(Face.Sans, size, fact.Label)) + 10;
        foreach (var fact in document.Facts)
        {
            var lines = TextFlow.Wrap(fonts, Face.Sans, size, fact.Value, page.Width - (2 * Margin) - label - 8);
            page.Begin(PdfTags.Paragraph);
            page.Text(Face.Sans, size, Margin, y + size, fact.Label);
            page.Text(Face.Sans, size, Margin + label, y + size, ":");
            foreach (var line in lines)
            {
                page.Text(Face.Sans, size, Margin + label + 8, y + size, line);
                y += Line;
            }
            page.End();
        }
        y += 10;
    }

    private void Head()
    {
        if (document.Columns.Count == 0)
            return;
        var titles = document
            .Columns.Select(
                (column, at) =>
                    TextFlow.Wrap(fonts, Face.SansBold, size, column.Title, columns[at].Width - (2 * Padding))
            )
            .ToList();
        var grouped = document.Columns.Any(column => column.Group is not null);
        var groupHeight = grouped ? Line + (2 * Padding) : 0;
        var height = (titles.Max(lines => lines.Count) * Line) + (2 * Padding);
        page.Fill(HeadBack);
        page.FillBox(Margin, y, page.Width - (2 * Margin), groupHeight + height);
        page.Fill(Ink.Black);
        // Once it is read; on further pages it is only seen.
        page.Begin(pages.Count == 1 ? PdfTags.Row : PdfTags.Artifact);
        for (var at = 0; at < columns.Count; at++)
        {
            var group = document.Columns[at].Group;
            var top = group is null ? y : y + groupHeight;
            var room = group is null ? groupHeight + height : height;
            page.StrokeBox(columns[at].X, top, columns[at].Width, room);
            var first = top + ((room - (titles[at].Count * Line)) / 2) + size;
            var middle = columns[at].X + (columns[at].Width / 2);
            page.Begin(PdfTags.HeadCell, attributes: "/A<</O/Table/Scope/Column>>");
            for (var line = 0; line < titles[at].Count; line++)
                page.CentredText(Face.SansBold, size, middle, first + (line * Line), titles[at][line]);
            page.End();
            if (group is null || (at > 0 && document.Columns[at - 1].Group == group))
                continue;
            var last = at;
            while (last + 1 < columns.Count && document.Columns[last + 1].Group == group)
                last++;
            var wide = columns[last].X + columns[last].Width - columns[at].X;
            page.StrokeBox(columns[at].X, y, wide, groupHeight);
            page.Begin(PdfTags.Artifact);
            page.CentredText(Face.SansBold, size, columns[at].X + (wide / 2), y + Padding + size, group);
            page.End();
        }
        page.End();
        y += groupHeight + height;
    }

    private void Row(IReadOnlyList<string> cells)
    {
        var lines = columns
            .Select(
                (column, at) =>
                    TextFlow.Wrap(
                        fonts,
                        Face.Sans,
                        size,
                        at < cells.Count ? cells[at] : "",
                        column.Width - (2 * Padding)
                    )
            )
            .ToList();
        var most = lines.Max(cell => cell.Count);
        var done = 0;
        // A cell longer than a page goes on on the next one.
        while (done < most)
        {
            var room = (int)((Bottom - y - (2 * Padding)) / Line);
            if (room < Math.Min(most - done, 3))
            {
                NewPage();
                Head();
                page.Fill(Ink.Black);
                room = Math.Max(1, (int)((Bottom - y - (2 * Padding)) / Line));
            }
            var count = Math.Min(room, most - done);
            var height = Math.Max((count * Line) + (2 * Padding), document.MinimumRowHeight);
            if (y + height > Bottom + 0.5 && done == 0 && y > Margin + 80 && document.MinimumRowHeight > 0)
            {
                NewPage();
                Head();
                page.Fill(Ink.Black);
            }
            DrawRow(lines, done, count, height);
            done += count;
        }
    }

    private void DrawRow(List<List<string>> lines, int from, int count, double height)
    {
        page.Begin(PdfTags.Row);
        for (var at = 0; at < columns.Count; at++)
        {
            page.StrokeBox(columns[at].X, y, columns[at].Width, height);
            page.Begin(PdfTags.Cell);
            for (var line = from; line < Math.Min(from + count, lines[at].Count); line++)
            {
                var foot = y + Padding + size + ((line - from) * Line);
                var text = lines[at][line];
                if (document.Columns[at].Alignment == TableAlignment.Left)
                    page.Text(Face.Sans, size, columns[at].X + Padding, foot, text);
                else if (document.Columns[at].Alignment == TableAlignment.Right)
                    page.RightText(Face.Sans, size, columns[at].X + columns[at].Width - Padding, foot, text);
                else
                    page.CentredText(Face.Sans, size, columns[at].X + (columns[at].Width / 2), foot, text);
            }
            page.End();
        }
        page.End();
        y += height;
    }

    private void Notes()
    {
        y += 6;
        foreach (
            var line in document.Notes.SelectMany(note =>
                TextFlow.Wrap(fonts, Face.Sans, size - 1, note, page.Width - (2 * Margin))
            )
        )
        {
            if (y + Line > Bottom)
                NewPage();
            page.Fill(Ink.Black);
            page.Text(Face.Sans, size - 1, Margin, y + size, line);
            y += Line;
        }
    }

    private void Signatures()
    {
        if (document.Signatures.Count == 0)
            return;
        var above = document.Signatures.Max(block => block.Above.Count) * Line;
        if (y + 14 + above + SignatureRoom + (2 * Line) > Bottom)
            NewPage();
        page.Fill(Ink.Black);
        y += 14;
        // One signature stands on the right, as letters have it; more share the width.
        var slots = Math.Max(2, document.Signatures.Count);
        var width = (page.Width - (2 * Margin)) / slots;
        for (var at = 0; at < document.Signatures.Count; at++)
        {
            var block = document.Signatures[at];
            var centre = Margin + (width * (slots - document.Signatures.Count + at + 0.5));
            var top = y + above - (block.Above.Count * Line);
            for (var line = 0; line < block.Above.Count; line++)
                page.CentredText(Face.Sans, size, centre, top + size + (line * Line), block.Above[line]);
            page.CentredText(Face.SansBold, size, centre, y + above + SignatureRoom + size, block.Name);
            if (block.Below is { } below)
                page.CentredText(Face.Sans, size, centre, y + above + SignatureRoom + size + Line, below);
        }
        y += above + SignatureRoom + (2 * Line);
    }
}
