using System.Net.Mail;
using System.Text.RegularExpressions;
using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.Institutions;

public sealed partial record InstitutionSettings
{
    /// <summary>Every rule the settings break, each with the field it belongs to.</summary>
    public IReadOnlyList<Error> Check() =>
        [
            .. Required(Name, NameMaximum, "name"),
            .. Required(ShortName, ShortNameMaximum, "shortName"),
            .. Optional(Address, AddressMaximum, "address"),
            .. CheckTerms(),
            .. CheckIdentityKinds(),
            .. CheckDeadlines(),
            .. CheckNumbering(),
            .. CheckMail(),
            .. Within(Files.DocumentMegabytes, 1, FileSettings.DocumentMegabytesMaximum, "files.documentMegabytes"),
            .. Within(Files.ImportMegabytes, 1, FileSettings.ImportMegabytesMaximum, "files.importMegabytes"),
        ];

    private IEnumerable<Error> CheckTerms() =>
        [
            .. Both(Terms.Centre, "terms.centre"),
            .. Required(Terms.CentreShort, ShortNameMaximum, "terms.centreShort"),
            .. Terms.Roles.SelectMany(role => Both(role.Value, $"terms.roles.{role.Key}")),
        ];

    private IEnumerable<Error> CheckIdentityKinds()
    {
        if (IdentityKinds.Count is 0 or > IdentityKind.CountMaximum || !IdentityKinds.Any(kind => kind.Active))
            yield return InstitutionErrors.IdentityKindMissing();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < IdentityKinds.Count; index++)
        {
            var kind = IdentityKinds[index];
            var at = $"identityKinds[{index}]";
            if (!CodeShape().IsMatch(kind.Code) || kind.Code.Length > IdentityKind.CodeMaximum)
                yield return InstitutionErrors.CodeInvalid($"{at}.code", kind.Code);
            else if (!codes.Add(kind.Code))
                yield return InstitutionErrors.IdentityKindTwice($"{at}.code", kind.Code);
            foreach (var error in Both(kind.Name, $"{at}.name"))
                yield return error;
            if (kind.Pattern.Length is 0 or > IdentityKind.PatternMaximum || kind.Expression() is null)
                yield return InstitutionErrors.PatternUnreadable($"{at}.pattern", kind.Pattern);
            if (kind.Grouping.Length > 0 && !GroupingShape().IsMatch(kind.Grouping))
                yield return InstitutionErrors.GroupingInvalid($"{at}.grouping", kind.Grouping);
        }
    }

    private IEnumerable<Error> CheckDeadlines() =>
        [
            .. Within(Deadlines.ReserveOfferHours, 1, 720, "deadlines.reserveOfferHours"),
            .. Within(Deadlines.InvitationAnswerDays, 1, 90, "deadlines.invitationAnswerDays"),
            .. Within(Deadlines.CheckInMinutes, 1, 240, "deadlines.checkInMinutes"),
            .. Within(Deadlines.NumberBookingDays, 1, 365, "deadlines.numberBookingDays"),
            .. Within(Deadlines.AccountInvitationDays, 1, 90, "deadlines.accountInvitationDays"),
            .. Within(Deadlines.CompletionDays, 1, 90, "deadlines.completionDays"),
            .. Within(Deadlines.BudgetReportDays, 1, 365, "deadlines.budgetReportDays"),
        ];

    private IEnumerable<Error> CheckNumbering() =>
        [
            .. NumberingRules.Check(Numbering.ActivityCode, "numbering.activityCode", NumberingRules.ActivityFields),
            .. Numbering.Certificates.SelectMany(entry =>
                NumberingRules.Check(
                    entry.Value,
                    $"numbering.certificates.{entry.Key}",
                    NumberingRules.CertificateFields
                )
            ),
        ];

    private IEnumerable<Error> CheckMail() =>
        [
            .. Required(Mail.SenderName, NameMaximum, "mail.senderName"),
            .. Mailbox(Mail.SenderAddress, "mail.senderAddress"),
            .. Mail.ReplyTo is { Length: > 0 } reply ? Mailbox(reply, "mail.replyTo") : [],
        ];

    private static IEnumerable<Error> Mailbox(string value, string field) =>
        value.Length <= MailSettings.AddressMaximum
        && MailAddress.TryCreate(value, out var parsed)
        && parsed.Address == value
            ? []
            : [InstitutionErrors.MailAddressInvalid(field, value)];

    private static IEnumerable<Error> Both(LocalText text, string field) =>
        [
            .. Required(text.Id, LocalText.Maximum, $"{field}.id"),
            .. Required(text.En, LocalText.Maximum, $"{field}.en"),
        ];

    private static IEnumerable<Error> Required(string value, int maximum, string field) =>
        string.IsNullOrWhiteSpace(value) ? [InstitutionErrors.Missing(field)] : Optional(value, maximum, field);

    private static IEnumerable<Error> Optional(string value, int maximum, string field) =>
        value.Length > maximum ? [InstitutionErrors.TooLong(field, maximum)] : [];

    private static IEnumerable<Error> Within(int value, int minimum, int maximum, string field) =>
        value < minimum || value > maximum ? [InstitutionErrors.OutOfRange(field, value, minimum, maximum)] : [];

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex CodeShape();

    [GeneratedRegex("^[1-9][0-9]?(-[1-9][0-9]?)*$")]
    private static partial Regex GroupingShape();
}
