using Pionir.Domain.Common;

namespace Pionir.Domain.Trainings;

/// <summary>A participant without an account: reached by e-mail only.</summary>
public sealed record ExternalPerson
{
    public const int NameMaximum = 300;
    public const int EmailMaximum = 254;
    public const int InstitutionMaximum = 300;
    public const int IdentityNumberMaximum = 30;

    private ExternalPerson(string name, string email, string? institution, string? identityNumber)
    {
        Name = name;
        Email = email;
        Institution = institution;
        IdentityNumber = identityNumber;
    }

    public string Name { get; }
    public string Email { get; }
    public string? Institution { get; }
    public string? IdentityNumber { get; }

    public static Result<ExternalPerson> Create(
        string? name,
        string? email,
        string? institution,
        string? identityNumber
    )
    {
        if (TypedText.OrNothing(name) is not { } called)
            return ParticipantErrors.ExternalNameRequired();
        var address = email?.Trim().ToLowerInvariant() ?? "";
        if (!System.Net.Mail.MailAddress.TryCreate(address, out var parsed) || parsed.Address != address)
            return ParticipantErrors.ExternalEmailRequired();
        return new ExternalPerson(called, address, Blank(institution), Blank(identityNumber));
    }

    private static string? Blank(string? text) => TypedText.OrNothing(text);
}
