using Pionir.Application.Common;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>The columns of a list of participants, read and offered as a template.</summary>
internal sealed class ParticipantSheet(ISpreadsheetReader reader) : IApplicationPart
{
    public static readonly IReadOnlyList<string> Columns = ["NIP", "Nama", "Unit"];

    public static SheetContent Template =>
        new(
            "Peserta",
            [],
            Columns,
            [
                ["198506052013092003", "Nama lengkap dengan gelar", "Unit kerja"],
            ]
        );

    public Result<List<SheetRow>> Read(Stream content)
    {
        var opened = reader.Open(content, new SpreadsheetRules(Columns, NominationDesk.Maximum));
        if (!opened.IsSuccess)
            return Result<List<SheetRow>>.Failure(opened.Errors);
        using var sheet = opened.Value;
        var at = Columns.Select(sheet.IndexOf).ToArray();
        var rows = new List<SheetRow>();
        var seen = new HashSet<string>();
        foreach (var row in sheet.Rows())
        {
            var number = NumberOf(row.Cells[at[0]]);
            var read = new SheetRow(row.Number, number, row.Cells[at[1]].Trim(), row.Cells[at[2]].Trim());
            if (string.IsNullOrWhiteSpace(row.Cells[at[0]]))
                read.Errors.Add(ParticipantErrors.NumberMissing);
            else if (number.Length == 0)
                read.Errors.Add(ParticipantErrors.EmployeeUnknown(row.Cells[at[0]]));
            else if (!seen.Add(number))
                read.Errors.Add(ParticipantErrors.NumberTwice(number));
            rows.Add(read);
        }
        if (sheet.Stopped is { } stopped)
            return stopped;
        return rows.Count == 0 ? SpreadsheetErrors.NoRows() : rows;
    }

    /// <summary>A blank name is not compared.</summary>
    public static bool IsSameName(string given, string known) => given.Length == 0 || PersonName.IsSame(given, known);

    /// <summary>The unit may be named by its code too; a blank one is not compared.</summary>
    public static bool IsSameUnit(string given, EmployeeCard known) =>
        given.Length == 0
        || given.Equals(known.UnitName, StringComparison.OrdinalIgnoreCase)
        || given.Equals(known.UnitCode, StringComparison.OrdinalIgnoreCase);

    /// <summary>A number as people type it, with blanks and dots.</summary>
    public static string NumberOf(string text) => new([.. text.Where(char.IsAsciiLetterOrDigit)]);
}

internal sealed record SheetRow(int Row, string Number, string Name, string Unit)
{
    public List<Error> Errors { get; } = [];

    /// <summary>On record, where the file says another.</summary>
    public string? RecordedUnit { get; set; }
}
