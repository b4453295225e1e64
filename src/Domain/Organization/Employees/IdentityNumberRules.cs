using System.Text;
using System.Text.RegularExpressions;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Domain.Organization.Employees;

/// <summary>
/// What the institution accepts as an identity number. NIP: 18 digits of birth date, month of appointment, sex and
/// serial (Peraturan BKN 22/2007); NI PPPK: the same with 21 in place of the month; others by their pattern.
/// </summary>
public sealed class IdentityNumberRules
{
    private const int CivilServantLength = 18;
    private const int ContractMonth = 21;
    private readonly List<(IdentityKind Kind, Regex? Expression)> kinds;

    public IdentityNumberRules(IReadOnlyList<IdentityKind> kinds) =>
        this.kinds = [.. kinds.Select(kind => (kind, kind.Expression()))];

    /// <summary>The kind that a file means: case, spaces and underscores do not matter (<c>NIPPPK</c> is <c>ni_pppk</c>).</summary>
    public IdentityKind? FindKind(string text)
    {
        var wanted = Plain(text);
        return kinds.Select(pair => pair.Kind).FirstOrDefault(kind => kind.Active && Plain(kind.Code) == wanted);
    }

    /// <returns>Codes of what is wrong; none when the number is good.</returns>
    public IReadOnlyList<string> Check(IdentityKind kind, string number)
    {
        var expression = kinds.First(pair => pair.Kind.Code == kind.Code).Expression;
        return kind.Check == IdentityCheck.None
            ? CheckPattern(expression, number)
            : CheckParts(kind, expression, number);
    }

    /// <summary>
    /// Whether it could be somebody's number. One that looks like a NIP but has impossible parts is not rescued
    /// by a loose pattern of another kind.
    /// </summary>
    public bool IsPlausible(string number)
    {
        var matching = kinds.Where(pair => pair.Expression?.IsMatch(number) == true).Select(pair => pair.Kind).ToList();
        var strict = matching.Where(kind => kind.Check != IdentityCheck.None).ToList();
        return strict.Count > 0 ? strict.Any(kind => Check(kind, number).Count == 0) : matching.Count > 0;
    }

    private static IReadOnlyList<string> CheckPattern(Regex? expression, string number)
    {
        // A pattern's \d also matches the digits of other scripts, which no other system would find again.
        if (number.Length <= IdentityNumber.Maximum && Ascii.IsValid(number) && expression?.IsMatch(number) == true)
        {
            return [];
        }
        return number.All(char.IsAsciiDigit) ? [IdentityNumberErrors.LengthCode] : [IdentityNumberErrors.DigitsCode];
    }

    private static List<string> CheckParts(IdentityKind kind, Regex? expression, string number)
    {
        var errors = new List<string>();
        if (number.Length != CivilServantLength)
        {
            errors.Add(IdentityNumberErrors.LengthCode);
        }
        if (!number.All(char.IsAsciiDigit))
        {
            errors.Add(IdentityNumberErrors.DigitsCode);
        }
        if (errors.Count > 0)
        {
            return errors;
        }
        if (!IsDay(Part(number, 0, 4), Part(number, 4, 2), Part(number, 6, 2)))
        {
            errors.Add(IdentityNumberErrors.BirthDateCode);
        }
        if (!IsAppointment(kind.Check, Part(number, 8, 4), Part(number, 12, 2)))
        {
            errors.Add(IdentityNumberErrors.AppointmentMonthCode);
        }
        if (number[14] is not ('1' or '2'))
        {
            errors.Add(IdentityNumberErrors.SexCode);
        }
        if (errors.Count == 0 && expression?.IsMatch(number) != true)
        {
            errors.Add(IdentityNumberErrors.FormatCode);
        }
        return errors;
    }

    private static bool IsDay(int year, int month, int day) =>
        year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static bool IsAppointment(IdentityCheck check, int year, int month) =>
        year is >= 1900 and <= 2100
        && (check == IdentityCheck.ContractEmployee ? month == ContractMonth : month is >= 1 and <= 12);

    private static int Part(string number, int start, int length)
    {
        var value = 0;
        for (var index = start; index < start + length; index++)
        {
            value = (value * 10) + (number[index] - '0');
        }
        return value;
    }

    private static string Plain(string text) =>
        new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
