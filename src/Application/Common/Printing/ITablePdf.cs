namespace Pionir.Application.Common.Printing;

/// <summary>Plain official papers with one table: sign sheets, monitoring forms, recapitulations.</summary>
public interface ITablePdf
{
    /// <summary>Writes a whole PDF; the same document always gives the same bytes.</summary>
    void Write(Stream target, TableDocument document);
}

public enum TableAlignment
{
    Left,
    Centre,
    Right,
}

/// <param name="Weight">Share of the page's width.</param>
/// <param name="Group">Columns beside each other with the same group get one common head above theirs.</param>
public sealed record TableColumn(
    string Title,
    double Weight,
    TableAlignment Alignment = TableAlignment.Left,
    string? Group = null
);

/// <param name="Label">Left of the colon.</param>
public sealed record TableFact(string Label, string Value);

/// <summary>Where somebody signs: place and date, capacity, room for the signature, name, identity number.</summary>
public sealed record SignatureBlock(IReadOnlyList<string> Above, string Name, string? Below = null);

/// <summary>
/// An A4 paper. Long cells wrap, the head of the table is repeated on every page, pages are numbered
/// "halaman 2 dari 5", and signatures are never parted from the last rows.
/// </summary>
public sealed record TableDocument
{
    /// <summary>Title in the document's information.</summary>
    public required string Title { get; init; }

    /// <summary>Centred lines on top of the first page; all but the first in regular weight.</summary>
    public IReadOnlyList<string> Heading { get; init; } = [];

    /// <summary>Label and value lines between heading and table.</summary>
    public IReadOnlyList<TableFact> Facts { get; init; } = [];

    public required IReadOnlyList<TableColumn> Columns { get; init; }

    public required IEnumerable<IReadOnlyList<string>> Rows { get; init; }

    public bool Landscape { get; init; }

    /// <summary>In points; a sign sheet wants rows high enough for a signature (about 28).</summary>
    public double MinimumRowHeight { get; init; }

    /// <summary>In points.</summary>
    public double FontSize { get; init; } = 9;

    /// <summary>Lines below the table.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Beside each other, from left to right.</summary>
    public IReadOnlyList<SignatureBlock> Signatures { get; init; } = [];

    /// <summary>Small line at the foot of every page, left of the page number.</summary>
    public string Footer { get; init; } = "";

    /// <summary>For a paper that is kept and checked: archivable (PDF/A-2b), read aloud, with a QR code at its end.</summary>
    public TableArchive? Archive { get; init; }
}

/// <param name="Author">Who gives the paper out.</param>
/// <param name="Date">The day it was given out.</param>
/// <param name="Address">Where it is checked; in the QR code and in the description of the file.</param>
/// <param name="Words">Beside the QR code, line by line; the first is its heading.</param>
public sealed record TableArchive(string Author, DateOnly Date, string Address, IReadOnlyList<string> Words);
