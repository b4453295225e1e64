namespace Pionir.Domain.Organization.Institutions;

/// <summary>
/// All that makes this installation the system of one institution. A property that is absent or null takes its
/// default, so that a new release reads old settings.
/// </summary>
public sealed partial record InstitutionSettings
{
    public const int NameMaximum = 200;
    public const int ShortNameMaximum = 40;
    public const int AddressMaximum = 500;

    /// <summary>An installation works before anybody has configured it; its first administrator is asked to.</summary>
    public static readonly InstitutionSettings Default = new();

    public string Name
    {
        get;
        init => field = value ?? "";
    } = "Instansi Anda";
    public string ShortName
    {
        get;
        init => field = value ?? "";
    } = "Instansi";
    public string Address
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Address of the logo in the file store; none means the product's own mark.</summary>
    public string? LogoHash { get; init; }
    public string? LogoContentType { get; init; }

    public InstitutionTimeZone TimeZone { get; init; } = InstitutionTimeZone.Wib;
    public InstitutionLanguage DefaultLanguage { get; init; } = InstitutionLanguage.Indonesian;

    /// <summary>People from outside may register on a public page for trainings that allow it.</summary>
    public bool PublicRegistration { get; init; }

    public InstitutionTerms Terms
    {
        get;
        init => field = value ?? new();
    } = new();
    public IReadOnlyList<IdentityKind> IdentityKinds
    {
        get;
        init => field = [.. (value ?? []).OfType<IdentityKind>()];
    } = IdentityKind.Defaults;

    /// <summary>What a paper calls the numbers of a kind; one that is no longer set up goes by its code.</summary>
    public string NumberName(string kind) =>
        IdentityKinds.FirstOrDefault(known => known.Code == kind)?.Name.Id ?? kind.ToUpperInvariant();

    /// <summary>What heads a column of people's numbers on paper.</summary>
    public string NumberNames =>
        string.Join('/', IdentityKinds.Where(kind => kind.Active).Select(kind => kind.Name.Id));

    public InstitutionDeadlines Deadlines
    {
        get;
        init => field = value ?? new();
    } = new();
    public NumberingSettings Numbering
    {
        get;
        init => field = value ?? new();
    } = new();
    public MailSettings Mail
    {
        get;
        init => field = value ?? new();
    } = new();
    public FileSettings Files
    {
        get;
        init => field = value ?? new();
    } = new();
}

/// <summary>The three zones of Indonesia; none of them has summer time.</summary>
public enum InstitutionTimeZone
{
    Wib,
    Wita,
    Wit,
}

public enum InstitutionLanguage
{
    Indonesian,
    English,
}
