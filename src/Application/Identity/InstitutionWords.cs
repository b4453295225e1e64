using System.Globalization;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Identity;

/// <summary>Moments as the institution's people write them: "7 Agustus 2026 pukul 14.30 WIB".</summary>
internal static class InstitutionWords
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string Moment(DateTimeOffset instant, InstitutionSettings settings)
    {
        var local = TimeZoneInfo.ConvertTime(instant, settings.TimeZone.Zone());
        var zone = settings.TimeZone.Abbreviation();
        return settings.DefaultLanguage == InstitutionLanguage.English
            ? string.Create(English, $"{local:d MMMM yyyy, HH.mm} {zone}")
            : string.Create(Indonesian, $"{local:d MMMM yyyy} pukul {local:HH.mm} {zone}");
    }
}
