using System.Globalization;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Identity;

/// <summary>Days and moments as the institution's people write them: "7 Agustus 2026 pukul 14.30 WIB".</summary>
internal static class InstitutionWords
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string Moment(DateTimeOffset instant, InstitutionSettings settings) =>
        Moment(instant, settings.TimeZone, settings.DefaultLanguage == InstitutionLanguage.English);

    public static string Moment(DateTimeOffset instant, InstitutionTimeZone zone, bool english)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone.Zone());
        return english
            ? string.Create(English, $"{local:d MMMM yyyy, HH.mm} {zone.Abbreviation()}")
            : string.Create(Indonesian, $"{local:d MMMM yyyy} pukul {local:HH.mm} {zone.Abbreviation()}");
    }

    public static string Day(DateOnly day, bool english) => day.ToString("d MMMM yyyy", english ? English : Indonesian);
}
