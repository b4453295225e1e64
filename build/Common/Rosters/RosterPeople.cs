using System.Globalization;

namespace Pionir.Build.Rosters;

/// <summary>
/// Invents people one after another; the same seed gives the same people. The first one of each unit is its head,
/// so a supervisor is known before those who report to them.
/// </summary>
internal sealed class RosterPeople(IReadOnlyList<RosterUnit> units, int seed)
{
    private readonly Random random = new(seed);
    private readonly HashSet<ulong> taken = [];
    private readonly Dictionary<string, RosterUnit> byCode = units.ToDictionary(unit => unit.Code);
    private readonly Dictionary<string, string> heads = [];
    private readonly RosterUnit[] drawUnit = Spread(units, unit => unit.Weight);
    private readonly RosterPosition[] drawPosition = Spread(Words.Positions, position => position.Weight);
    private int made;

    public IEnumerable<RosterEmployee> Take(int count) =>
        units
            .Where(unit => unit.Weight > 0)
            .Take(count)
            .Select(unit => Next(unit, isHead: true))
            .Concat(Enumerable.Range(0, int.MaxValue).Select(_ => Next(Pick(drawUnit), isHead: false)))
            .Take(count);

    private RosterEmployee Next(RosterUnit unit, bool isHead)
    {
        var military = !isHead && unit.Military && random.NextDouble() < 0.6;
        var employment = (military, random.Next(100)) switch
        {
            (true, < 75) => "TNI",
            (true, _) => "POLRI",
            _ when isHead => "PNS",
            (_, < 82) => "PNS",
            (_, < 96) => "PPPK",
            _ => "CPNS",
        };
        var male = random.Next(2) == 0;
        var birth = Day(1967, 2001);
        var start = Start(birth, employment);
        var (type, number) = Identity(employment, birth, start, male);
        var given = Pick(Words.GivenNames);
        var family = Pick(Words.FamilyNames);
        var middle = random.NextDouble() < 0.3 ? $"{Pick(Words.GivenNames)} " : "";
        var degree = Pick(Words.Degrees);
        var position = isHead ? Head(unit) : Pick(drawPosition);
        if (isHead)
        {
            heads[unit.Code] = number;
        }
        made++;
        return new RosterEmployee(
            type,
            number,
            $"{given} {middle}{family}" + (degree.Length > 0 ? $", {degree}" : ""),
            male ? "L" : "P",
            Iso(birth),
            employment,
            type == "NIP" ? Pick(Words.Ranks) : "",
            position.Name,
            position.Family,
            position.Level,
            unit.Code,
            SupervisorOf(unit, number),
            random.NextDouble() < 0.04 ? "" : Mail(given, family),
            string.Create(CultureInfo.InvariantCulture, $"08{random.NextInt64(100_000_000, 9_999_999_999)}"),
            Iso(start),
            ""
        );
    }

    private DateOnly Start(DateOnly birth, string employment)
    {
        var start = Day(birth.Year + 22, Math.Min(birth.Year + 32, 2025));
        return employment switch
        {
            "PPPK" => start.Year < 2021 ? Day(2021, 2025) : start,
            "CPNS" => new DateOnly(2025, random.Next(1, 13), 1),
            _ => start.Year < 1990 ? new DateOnly(1990, random.Next(1, 13), 1) : start,
        };
    }

    /// <summary>NIP and NI PPPK carry birth, start and sex; a serial tells people apart who share them.</summary>
    private (string Type, string Number) Identity(string employment, DateOnly birth, DateOnly start, bool male)
    {
        while (true)
        {
            var number = employment is "TNI" or "POLRI"
                ? (ulong)random.Next(10_000_000, 100_000_000)
                : ulong.Parse(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{birth:yyyyMMdd}{start:yyyy}{(employment == "PPPK" ? 21 : start.Month):00}{(male ? 1 : 2)}{random.Next(1, 1000):000}"
                    ),
                    CultureInfo.InvariantCulture
                );
            if (taken.Add(number))
            {
                var type = employment switch
                {
                    "TNI" or "POLRI" => "NRP",
                    "PPPK" => "NIPPPK",
                    _ => "NIP",
                };
                return (type, number.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private string SupervisorOf(RosterUnit unit, string number)
    {
        for (var at = unit; at is not null; at = byCode.GetValueOrDefault(at.Parent))
        {
            if (heads.TryGetValue(at.Code, out var head) && head != number)
            {
                return head;
            }
        }
        return "";
    }

    private string Mail(string given, string family) =>
        string.Create(CultureInfo.InvariantCulture, $"{given}.{family}{made}@instansi.example").ToLowerInvariant();

    private static RosterPosition Head(RosterUnit unit) =>
        new($"Kepala {unit.Name}", "JPT", unit.Kind == "echelon1" ? "Madya" : "Pratama", 0);

    private DateOnly Day(int from, int to) => new(random.Next(from, to + 1), random.Next(1, 13), random.Next(1, 29));

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];

    private static T[] Spread<T>(IEnumerable<T> from, Func<T, int> weight) =>
        [.. from.SelectMany(item => Enumerable.Repeat(item, weight(item)))];

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
