using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Organization.Units;

namespace Pionir.Application.Organization.Imports;

/// <summary>Reads a unit from a row, as far as the row alone can tell right from wrong.</summary>
internal sealed class UnitRowReader(IReadOnlyDictionary<string, int> columns) : IRowReader
{
    private readonly RowFields fields = new(columns);

    public StagedRow Read(SpreadsheetRow row)
    {
        fields.Begin(row);
        var code = Unit.CodeOf(fields.Text("code", Unit.CodeMaximum, ImportRowErrors.CodeLength));
        var name = fields.Text("name", Unit.NameMaximum, ImportRowErrors.NameLength);
        var kind = fields.Text("kind", Unit.KindMaximum, ImportRowErrors.KindRequired);
        var parent = fields.TextOrNull("parent_code") is { } text ? Unit.CodeOf(text) : null;
        var from = fields.Date("active_from", ImportRowErrors.ActiveFromFormat);
        var to = fields.Date("active_to", ImportRowErrors.ActiveToFormat);
        Require(code.Length > 0, ImportRowErrors.CodeRequired);
        Require(name.Length > 0, ImportRowErrors.NameRequired);
        Require(kind.Length > 0, ImportRowErrors.KindRequired);
        Require(parent is null || parent != code, ImportRowErrors.ParentCodeSelf);
        Require(!(to < from), ImportRowErrors.ActiveToBeforeActiveFrom);
        return new StagedRow
        {
            Number = row.Number,
            Cells = row.Cells,
            Key = code,
            Name = name,
            Kind = kind,
            ParentCode = parent,
            ActiveFrom = from,
            ActiveTo = to,
            Errors = fields.Errors,
        };
    }

    private void Require(bool holds, string code)
    {
        if (!holds)
        {
            fields.Wrong(code);
        }
    }
}
