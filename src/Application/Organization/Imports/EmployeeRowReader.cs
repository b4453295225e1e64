using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Organization.Units;

namespace Pionir.Application.Organization.Imports;

/// <summary>Reads a person from a row, as far as the row alone can tell right from wrong.</summary>
internal sealed class EmployeeRowReader(IReadOnlyDictionary<string, int> columns, IdentityNumberRules rules)
    : IRowReader
{
    private readonly RowFields fields = new(columns);
    private readonly Dictionary<string, bool> plausible = [];

    public StagedRow Read(SpreadsheetRow row)
    {
        fields.Begin(row);
        var number = fields.Text("identity_number");
        var kind = NumberKind(number);
        var name = Name();
        var from = fields.Date("active_from", ImportRowErrors.ActiveFromFormat);
        var to = fields.Date("active_to", ImportRowErrors.ActiveToFormat);
        if (to < from)
        {
            fields.Wrong(ImportRowErrors.ActiveToBeforeActiveFrom);
        }
        return new StagedRow
        {
            Number = row.Number,
            Cells = row.Cells,
            Key = number,
            PreviousKey = fields.TextOrNull(ImportColumns.PreviousNumber),
            NumberKind = kind,
            Name = name,
            SearchWords = PersonName.Words(name),
            Sex = ReadSex(),
            BirthDate = fields.Date("birth_date", ImportRowErrors.BirthDateFormat),
            EmploymentType = ReadEmploymentType(),
            Rank = fields.Text("rank", Employee.ShortMaximum, ImportRowErrors.RankLength),
            Position = fields.Text("position", Employee.PositionMaximum, ImportRowErrors.PositionLength),
            PositionFamily = fields.Text("position_family", Employee.ShortMaximum, ImportRowErrors.PositionLength),
            PositionLevel = fields.Text("position_level", Employee.ShortMaximum, ImportRowErrors.PositionLength),
            UnitCode = Unit.CodeOf(fields.Text("unit_code")),
            SupervisorNumber = Supervisor(number),
            Email = Email(),
            Phone = fields.Text("phone", Employee.PhoneMaximum, ImportRowErrors.PhoneLength) is { Length: > 0 } phone
                ? phone
                : null,
            ActiveFrom = from,
            ActiveTo = to,
            // Last, so that it holds what the lines above found.
            Errors = fields.Errors,
        };
    }

    private string? NumberKind(string number)
    {
        var kind = rules.FindKind(fields.Text("identity_type"));
        if (kind is null)
        {
            fields.Wrong(IdentityNumberErrors.UnknownTypeCode);
            return null;
        }
        foreach (var code in rules.Check(kind, number))
        {
            fields.Wrong(code);
        }
        return kind.Code;
    }

    private string Name()
    {
        var name = fields.Text("name", Employee.NameMaximum, ImportRowErrors.NameLength);
        if (name.Length == 0)
        {
            fields.Wrong(ImportRowErrors.NameRequired);
        }
        return name;
    }

    private Sex? ReadSex()
    {
        switch (fields.Text("sex").ToUpperInvariant())
        {
            case "":
                return null;
            case "L" or "M" or "1" or "LAKI-LAKI" or "MALE" or "PRIA":
                return Sex.Male;
            case "P" or "F" or "2" or "PEREMPUAN" or "FEMALE" or "WANITA":
                return Sex.Female;
            default:
                fields.Wrong(ImportRowErrors.SexUnknown);
                return null;
        }
    }

    private EmploymentType? ReadEmploymentType()
    {
        switch (fields.Text("employment_type").ToUpperInvariant())
        {
            case "PNS":
                return EmploymentType.Pns;
            case "CPNS":
                return EmploymentType.Cpns;
            case "PPPK":
                return EmploymentType.Pppk;
            case "TNI":
                return EmploymentType.Tni;
            case "POLRI":
                return EmploymentType.Polri;
            case "LAINNYA" or "OTHER":
                return EmploymentType.Other;
            default:
                fields.Wrong(ImportRowErrors.EmploymentTypeUnknown);
                return null;
        }
    }

    /// <summary>
    /// A superior who is not on record yet may come with a later file, so only a number that can be nobody's is wrong.
    /// </summary>
    private string? Supervisor(string own)
    {
        var number = fields.TextOrNull("supervisor_identity");
        if (number is null)
        {
            return null;
        }
        if (number == own)
        {
            fields.Wrong(ImportRowErrors.SupervisorSelf);
            return null;
        }
        // Few superiors stand behind many rows.
        if (!plausible.TryGetValue(number, out var known))
        {
            plausible[number] = known = rules.IsPlausible(number);
        }
        if (known)
        {
            return number;
        }
        fields.Wrong(ImportRowErrors.SupervisorUnknown);
        return null;
    }

    private string? Email()
    {
        var email = fields.TextOrNull("email");
        if (email is null || IsEmail(email))
        {
            return email;
        }
        fields.Wrong(ImportRowErrors.EmailFormat);
        return null;
    }

    /// <summary>One @, something before it, a dotted name behind it; whether it exists only a mail can tell.</summary>
    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var dot = text.LastIndexOf('.');
        return at > 0
            && at == text.LastIndexOf('@')
            && dot > at + 1
            && dot < text.Length - 1
            && text.Length <= Employee.EmailMaximum
            && !text.Any(letter => char.IsWhiteSpace(letter) || letter is ',' or ';' or '<' or '>' or '"');
    }
}
