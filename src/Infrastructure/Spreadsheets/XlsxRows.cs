using System.Globalization;
using System.Xml;
using Pionir.Application.Common.Spreadsheets;

namespace Pionir.Infrastructure.Spreadsheets;

/// <summary>The sheet itself: titles, a frozen header with filter, then the rows.</summary>
internal static class XlsxRows
{
    private const int LongestText = 32_767;

    // Words wrap before the end of a line, and heads are bold.
    private const double WrapRoom = 1.3;
    private const int LineHeight = 15;

    public static void Write(XmlWriter xml, string main, SheetContent sheet, CancellationToken cancellationToken)
    {
        var headerRow = sheet.Title.Count == 0 ? 1 : sheet.Title.Count + 2;
        xml.WriteStartElement("worksheet", main);
        View(xml, headerRow);
        Widths(xml, sheet);
        xml.WriteStartElement("sheetData");
        var row = 0;
        foreach (var line in sheet.Title)
        {
            // The first line names the sheet, those below it say of what, when and where.
            row++;
            Row(xml, row, [line], row == 1 ? XlsxStyles.Title : XlsxStyles.Plain);
        }

        row = headerRow;
        Row(xml, row, [.. sheet.Columns], XlsxStyles.Header, HeaderLines(sheet));
        foreach (var cells in sheet.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Row(xml, ++row, cells, XlsxStyles.Plain);
        }
        xml.WriteEndElement();
        xml.WriteStartElement("autoFilter");
        xml.WriteAttributeString("ref", $"A{headerRow}:{Column(Math.Max(sheet.Columns.Count, 1) - 1)}{row}");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void View(XmlWriter xml, int headerRow)
    {
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("workbookViewId", "0");
        xml.WriteStartElement("pane");
        xml.WriteAttributeString("ySplit", headerRow.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("topLeftCell", $"A{headerRow + 1}");
        xml.WriteAttributeString("activePane", "bottomLeft");
        xml.WriteAttributeString("state", "frozen");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Rows stream, so their widest text is not known: wide enough for the header and a name or number.</summary>
    private static void Widths(XmlWriter xml, SheetContent sheet)
    {
        var columns = sheet.Columns;
        if (columns.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("cols");
        for (var index = 0; index < columns.Count; index++)
        {
            xml.WriteStartElement("col");
            xml.WriteAttributeString("min", (index + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("max", (index + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("width", Width(sheet, index).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static double Width(SheetContent sheet, int column) =>
        sheet.Widths?[column] ?? Math.Clamp(sheet.Columns[column].Length + 6, 14, 40);

    /// <summary>Programs that show a sheet do not all make room for a wrapped head by themselves.</summary>
    private static int HeaderLines(SheetContent sheet) =>
        sheet
            .Columns.Select((title, at) => (title.Length, Width: Width(sheet, at)))
            .Where(head => head.Length > head.Width)
            .Select(head => (int)Math.Ceiling(head.Length * WrapRoom / head.Width))
            .DefaultIfEmpty(1)
            .Max();

    private static void Row(XmlWriter xml, int number, IReadOnlyList<object?> cells, int style, int lines = 1)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        if (lines > 1)
        {
            xml.WriteAttributeString("ht", (lines * LineHeight).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customHeight", "1");
        }

        for (var index = 0; index < cells.Count; index++)
        {
            Cell(xml, $"{Column(index)}{number}", cells[index], style);
        }

        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, string reference, object? value, int style)
    {
        switch (value)
        {
            case null or "":
                return;
            case DateOnly day:
                Value(xml, reference, null, XlsxStyles.Date, Serial(day.ToDateTime(TimeOnly.MinValue)));
                return;
            case DateTimeOffset instant:
                Value(xml, reference, null, XlsxStyles.Instant, Serial(instant.DateTime));
                return;
            case bool flag:
                Value(xml, reference, "b", style, flag ? "1" : "0");
                return;
            case sbyte or byte or short or ushort or int or uint or long or float or double or decimal:
                Value(xml, reference, null, style, ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                return;
            default:
                Text(xml, reference, value.ToString() ?? "", style);
                return;
        }
    }

    private static string Serial(DateTime moment) => moment.ToOADate().ToString("R", CultureInfo.InvariantCulture);

    private static void Value(XmlWriter xml, string reference, string? type, int style, string value)
    {
        Start(xml, reference, type, style);
        xml.WriteElementString("v", value);
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string reference, string text, int style)
    {
        Start(xml, reference, "inlineStr", FormulaText.IsRisky(text) ? XlsxStyles.Literal : style);
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Allowed(text.Length > LongestText ? text[..LongestText] : text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string reference, string? type, int style)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", reference);
        if (style != XlsxStyles.Plain)
        {
            xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        }

        if (type is not null)
        {
            xml.WriteAttributeString("t", type);
        }
    }

    /// <summary>XML has no place for control characters and halves of a surrogate pair.</summary>
    private static string Allowed(string text) =>
        text.All(XmlConvert.IsXmlChar)
            ? text
            : string.Concat(
                text.EnumerateRunes()
                    .Where(rune => rune.Value >= 0x20 || rune.Value is 9 or 10 or 13)
                    .Where(rune => rune.Value is not (0xFFFE or 0xFFFF))
            );

    private static string Column(int index) =>
        index < 26 ? ((char)('A' + index)).ToString() : Column((index / 26) - 1) + (char)('A' + (index % 26));
}
