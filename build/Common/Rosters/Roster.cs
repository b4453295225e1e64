using System.Text;

namespace Pionir.Build.Rosters;

/// <summary>
/// Writes the files an HR system would export for an invented agency. No row describes a real person.
/// </summary>
public static class Roster
{
    public const int DefaultSeed = 20261122;

    public static void Write(string folder, int employees, int seed = DefaultSeed)
    {
        Directory.CreateDirectory(folder);
        var units = RosterUnits.For(employees);
        using (var file = Open(folder, "units.csv", "code,name,parent_code,kind"))
        {
            foreach (var unit in units)
            {
                WriteRow(file, [unit.Code, unit.Name, unit.Parent, unit.Kind]);
            }
        }
        var sample = new List<RosterEmployee>();
        using (var file = Open(folder, "employees.csv", RosterEmployee.Header))
        {
            foreach (var employee in new RosterPeople(units, seed).Take(employees))
            {
                WriteRow(file, employee.Cells);
                if (sample.Count < BadRows.Needed)
                {
                    sample.Add(employee);
                }
            }
        }
        using var bad = Open(folder, "employees-with-errors.csv", RosterEmployee.Header + ",expected_error");
        foreach (var (row, error) in BadRows.From(sample))
        {
            WriteRow(bad, [.. row.Cells, error]);
        }
    }

    private static StreamWriter Open(string folder, string name, string header)
    {
        var file = new StreamWriter(
            Path.Combine(folder, name),
            append: false,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            bufferSize: 1 << 20
        )
        {
            NewLine = "\r\n",
        };
        file.WriteLine(header);
        return file;
    }

    private static void WriteRow(StreamWriter file, IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
            {
                file.Write(',');
            }
            first = false;
            if (cell.AsSpan().IndexOfAny(",\"\r\n") < 0)
            {
                file.Write(cell);
            }
            else
            {
                file.Write('"');
                file.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
                file.Write('"');
            }
        }
        file.WriteLine();
    }
}
