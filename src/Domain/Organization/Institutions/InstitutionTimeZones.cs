namespace Pionir.Domain.Organization.Institutions;

public static class InstitutionTimeZones
{
    public static string IanaName(this InstitutionTimeZone zone) =>
        zone switch
        {
            InstitutionTimeZone.Wita => "Asia/Makassar",
            InstitutionTimeZone.Wit => "Asia/Jayapura",
            _ => "Asia/Jakarta",
        };

    /// <summary>As it stands behind a time: 14.30 WIB.</summary>
    public static string Abbreviation(this InstitutionTimeZone zone) =>
        zone switch
        {
            InstitutionTimeZone.Wita => "WITA",
            InstitutionTimeZone.Wit => "WIT",
            _ => "WIB",
        };

    public static TimeZoneInfo Zone(this InstitutionTimeZone zone) =>
        TimeZoneInfo.FindSystemTimeZoneById(zone.IanaName());

    /// <summary>The calendar day at this instant in the zone.</summary>
    public static DateOnly DayOf(this InstitutionTimeZone zone, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone.Zone()).DateTime);

    /// <summary>The instant at which a clock on the wall of the institution shows this day and time.</summary>
    public static DateTimeOffset InstantOf(this InstitutionTimeZone zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.Zone().GetUtcOffset(local)).ToUniversalTime();
    }
}
