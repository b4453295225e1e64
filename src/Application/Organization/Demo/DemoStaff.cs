using System.Globalization;

namespace Pionir.Application.Organization.Demo;

/// <summary>
/// Invents people for the demo ministry in the columns of HR's file. The same number gives the same people: heads of
/// all units first, then the centre, so that even a small demo has somebody for every role.
/// </summary>
internal sealed class DemoStaff
{
    private const int CentreMinimum = 12;
    private const int SectionSize = 12;

    // The same people on every machine; nothing depends on them being hard to guess.
#pragma warning disable CA5394
    private readonly Random chance = new(20_261_122);
    private readonly HashSet<string> taken = [];
    private readonly Dictionary<string, string> heads = [];
    private readonly Dictionary<string, (string Number, int Count)> sections = [];
    private readonly List<DemoUnit> urn = [.. DemoUnits.All.SelectMany(unit => Enumerable.Repeat(unit, unit.Share))];

    public IEnumerable<string[]> Rows(int count)
    {
        var led = DemoUnits.All.Where(unit => unit.Share > 0).ToList();
        var centre = DemoUnits.All.Single(unit => unit.Code == DemoUnits.Centre);
        for (var index = 0; index < count; index++)
        {
            yield return index < led.Count
                ? Head(led[index], index)
                : Member(index < led.Count + CentreMinimum ? centre : urn[chance.Next(urn.Count)], index);
        }
    }

    private string[] Head(DemoUnit unit, int index)
    {
        var person = Person(index, "PNS");
        heads[unit.Code] = person.Number;
        var above = heads.GetValueOrDefault(unit.ParentCode, "");
        var level = unit.Kind == "echelon1" ? "Madya" : "Pratama";
        return Row(person, "IV/c", ["Kepala " + unit.Name, "JPT", level], unit.Code, above);
    }

    private string[] Member(DemoUnit unit, int index)
    {
        var guarded = unit.Code == "SETMIL" && chance.Next(100) < 60;
        var kind =
            guarded ? (chance.Next(100) < 80 ? "TNI" : "POLRI")
            : chance.Next(100) is var roll && roll < 84 ? "PNS"
            : roll < 97 ? "PPPK"
            : "CPNS";
        var person = Person(index, kind);
        var (section, size) = sections.GetValueOrDefault(unit.Code);
        var leadsSection = kind == "PNS" && (section is null || size >= SectionSize);
        sections[unit.Code] = leadsSection ? (person.Number, 0) : (section ?? heads[unit.Code], size + 1);
        var position = leadsSection
            ? ["Kepala Bagian", "Administrasi", "Administrator"]
            : DemoNames.Positions[chance.Next(DemoNames.Positions.Length)];
        var above = leadsSection ? heads[unit.Code] : sections[unit.Code].Number;
        return Row(person, Rank(kind), position, unit.Code, above);
    }

    private string Rank(string kind) =>
        kind is "PNS" or "CPNS" ? DemoNames.Ranks[chance.Next(DemoNames.Ranks.Length)] : "";

    private DemoPerson Person(int index, string kind)
    {
        var isMan = chance.Next(2) == 0;
        var names = isMan ? DemoNames.Men : DemoNames.Women;
        var first = names[chance.Next(names.Length)];
        var middle = chance.Next(100) < 35 ? " " + names[chance.Next(names.Length)] : "";
        var last = DemoNames.Last[chance.Next(DemoNames.Last.Length)];
        var degree = DemoNames.Degrees[chance.Next(DemoNames.Degrees.Length)];
        var birth = Day(1968, 2000);
        var start = kind switch
        {
            "PPPK" => Day(2021, 2025),
            "CPNS" => Day(2025, 2025),
            _ => Day(birth.Year + 22, Math.Min(birth.Year + 30, 2024)),
        };
        return new DemoPerson(
            kind,
            Number(kind, birth, start, isMan),
            $"{first}{middle} {last}{(degree.Length > 0 ? ", " + degree : "")}",
            isMan ? "L" : "P",
            birth,
            start,
            chance.Next(100) < 4 ? "" : $"{first}.{last}.{index}@contoh.example".ToLowerInvariant(),
            $"08{chance.Next(100_000_000, 999_999_999)}"
        );
    }

    private string Number(string kind, DateOnly birth, DateOnly start, bool isMan)
    {
        while (true)
        {
            var serial = chance.Next(1, 1000);
            var number = kind switch
            {
                "TNI" or "POLRI" => chance.Next(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture),
                "PPPK" => $"{birth:yyyyMMdd}{start:yyyy}21{(isMan ? 1 : 2)}{serial:000}",
                _ => $"{birth:yyyyMMdd}{start:yyyyMM}{(isMan ? 1 : 2)}{serial:000}",
            };
            if (taken.Add(number))
            {
                return number;
            }
        }
    }

    private DateOnly Day(int from, int to) => new(chance.Next(from, to + 1), chance.Next(1, 13), chance.Next(1, 29));
#pragma warning restore CA5394

    private static string[] Row(DemoPerson person, string rank, string[] position, string unit, string supervisor) =>
        [
            person.Kind switch
            {
                "TNI" or "POLRI" => "NRP",
                "PPPK" => "NIPPPK",
                _ => "NIP",
            },
            person.Number,
            person.Name,
            person.Sex,
            person.Birth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            person.Kind,
            rank,
            .. position,
            unit,
            supervisor,
            person.Email,
            person.Phone,
            person.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "",
        ];

    private sealed record DemoPerson(
        string Kind,
        string Number,
        string Name,
        string Sex,
        DateOnly Birth,
        DateOnly Start,
        string Email,
        string Phone
    );
}
