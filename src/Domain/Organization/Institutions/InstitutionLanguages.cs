using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.Institutions;

public static class InstitutionLanguages
{
    public static string In(this LocalText text, InstitutionLanguage language) =>
        language == InstitutionLanguage.English ? text.En : text.Id;
}
