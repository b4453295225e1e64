using System.Text.Json;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Organization;

/// <param name="Setting">Path of the setting, such as <c>deadlines.checkInMinutes</c>.</param>
/// <param name="Before">Value of the version before; null when it was not there.</param>
/// <param name="After">Value of this version; null when it is gone.</param>
public sealed record ChangedSetting(string Setting, string? Before, string? After);

internal static class InstitutionDifferences
{
    public static List<ChangedSetting> Between(InstitutionSettings before, InstitutionSettings after)
    {
        var (old, now) = (Flat(before), Flat(after));
        return
        [
            .. old
                .Keys.Union(now.Keys)
                .Select(path => new ChangedSetting(path, old.GetValueOrDefault(path), now.GetValueOrDefault(path)))
                .Where(change => change.Before != change.After),
        ];
    }

    private static Dictionary<string, string> Flat(InstitutionSettings settings)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(SettingsJson.Element(settings), "", values);
        return values;
    }

    private static void Collect(JsonElement element, string path, Dictionary<string, string> into)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
                Collect(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", into);
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var (index, item) in element.EnumerateArray().Index())
                Collect(item, $"{path}[{index}]", into);
        }
        else if (element.ValueKind != JsonValueKind.Null)
        {
            into[path] = element.ToString();
        }
    }
}
