using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.Institutions;

/// <summary>What the centre and its roles are called on screen and in letters.</summary>
public sealed record InstitutionTerms
{
    public LocalText Centre
    {
        get;
        init => field = value ?? new("", "");
    } = new("Pusat Pengembangan Kompetensi", "Competency Development Centre");

    /// <summary>Short form of the centre, as it stands in numbers: <c>{centre}</c>.</summary>
    public string CentreShort
    {
        get;
        init => field = value ?? "";
    } = "PPK";

    /// <summary>Names of roles that differ from the product's own, by the code of the role.</summary>
    public IReadOnlyDictionary<string, LocalText> Roles
    {
        get;
        init => field = Given(value);
    } = new Dictionary<string, LocalText> { ["headOfCentre"] = new("Kepala Pusat", "Head of Centre") };

    private static Dictionary<string, LocalText> Given(IReadOnlyDictionary<string, LocalText>? values) =>
        (values ?? new Dictionary<string, LocalText>())
            .Where(entry => entry.Value is not null)
            .ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
}

/// <summary>How long people have for what.</summary>
public sealed record InstitutionDeadlines
{
    /// <summary>A reserve answers the offered seat within this many hours.</summary>
    public int ReserveOfferHours { get; init; } = 24;

    /// <summary>An invited participant answers within this many days.</summary>
    public int InvitationAnswerDays { get; init; } = 7;

    /// <summary>A check-in code counts for this many minutes.</summary>
    public int CheckInMinutes { get; init; } = 5;

    /// <summary>A booked range of certificate numbers returns to the void register after this many days unused.</summary>
    public int NumberBookingDays { get; init; } = 30;

    /// <summary>A new user sets the password within this many days of the invitation.</summary>
    public int AccountInvitationDays { get; init; } = 7;

    /// <summary>A training whose results are all there completes by itself this many days after its last day.</summary>
    public int CompletionDays { get; init; } = 3;

    /// <summary>The realised budget of a training is reported within this many days after its end.</summary>
    public int BudgetReportDays { get; init; } = 30;
}

public sealed record NumberingSettings
{
    /// <summary>Code of an activity of the centre.</summary>
    public string ActivityCode
    {
        get;
        init => field = value ?? "";
    } = "{centre}-{year}-{seq:0000}";

    /// <summary>Number of a certificate, by kind of what it certifies.</summary>
    public IReadOnlyDictionary<string, string> Certificates
    {
        get;
        init => field = Given(value);
    } =
        new Dictionary<string, string>
        {
            ["training"] = "{seq:0000}/{centre}/SERT/{roman-month}/{year}",
            ["unitReport"] = "{seq:0000}/{unit}/PSPKU/{roman-month}/{year}",
        };

    private static Dictionary<string, string> Given(IReadOnlyDictionary<string, string>? values) =>
        (values ?? new Dictionary<string, string>())
            .Where(entry => entry.Value is not null)
            .ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
}

public sealed record MailSettings
{
    public const int AddressMaximum = 254;

    public string SenderName
    {
        get;
        init => field = value ?? "";
    } = "Pusat Pengembangan Kompetensi";
    public string SenderAddress
    {
        get;
        init => field = value ?? "";
    } = "pengembangan@contoh.go.id";
    public string? ReplyTo { get; init; }
}

public sealed record FileSettings
{
    public const int DocumentMegabytesMaximum = 20;
    public const int ImportMegabytesMaximum = 4096;

    /// <summary>Largest document a user may attach.</summary>
    public int DocumentMegabytes { get; init; } = 2;

    /// <summary>Largest roster; a CSV of a million people has 200 MB, and is kept on disk on its way in.</summary>
    public int ImportMegabytes { get; init; } = 512;
}
