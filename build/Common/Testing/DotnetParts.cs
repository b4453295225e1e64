using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Pionir.Build.Testing;

/// <summary>Everything about the C# code: style, build, contract, and the test projects.</summary>
public static class DotnetParts
{
    /// <summary>By the style part of this run, every project; nothing is left for the others to build.</summary>
    private static bool isSolutionBuilt;

    public static async Task<PartResult> StyleAsync(PartContext context, CancellationToken cancellationToken)
    {
        await Shell.RunAsync("dotnet tool restore", "dotnet", ["tool", "restore"], cancellationToken);
        var format = await Shell.TryRunAsync(
            "dotnet",
            ["csharpier", "check", "src", "tests", "build"],
            cancellationToken
        );
        // Analysers and code style are part of the build: a warning is an error there.
        var build = await Shell.TryRunAsync(
            "dotnet",
            ["build", "Pionir.sln", "-c", "Release", "-v", "quiet", "-nologo"],
            cancellationToken
        );
        isSolutionBuilt = build.ExitCode == 0;
        return PartResult.Check(format.ExitCode == 0, $"Formatting (csharpier):\n{Shell.LastLines(format.Output, 40)}")
            + PartResult.Check(build.ExitCode == 0, $"Build with analysers:\n{Shell.LastLines(build.Output, 40)}");
    }

    public static async Task<PartResult> ContractAsync(PartContext context, CancellationToken cancellationToken)
    {
        var different = await Contract.CheckAsync(cancellationToken);
        return PartResult.Check(
            different.Count == 0,
            $"Not what the sources say: {string.Join(", ", different)}. Run: dotnet run build/client.cs"
        );
    }

    public static Part Project(string name, bool needsDatabase) =>
        new(name.ToLowerInvariant(), needsDatabase, (context, stop) => TestAsync(name, context, stop));

    private static async Task<PartResult> TestAsync(
        string name,
        PartContext context,
        CancellationToken cancellationToken
    )
    {
        var project = $"tests/{name}.Tests";
        await PdfPrograms.EnsureAsync(cancellationToken);
        if (!isSolutionBuilt)
        {
            var build = await Shell.TryRunAsync(
                "dotnet",
                ["build", project, "-c", "Release", "-v", "quiet", "-nologo"],
                cancellationToken
            );
            if (build.ExitCode != 0)
            {
                return PartResult.Broken($"Does not build:\n{Shell.LastLines(build.Output, 30)}");
            }
        }
        var results = PartContext.Results($"{name}.xml");
        File.Delete(results);
        var run = await Shell.TryRunAsync(
            "dotnet",
            [Repository.Path($"{project}/bin/Release/net10.0/Pionir.{name}.Tests.dll"), "-xml", results, "-noColor"],
            cancellationToken,
            Repository.Path(project),
            context.Environment,
            line =>
            {
                if (line.Contains("[FAIL]", StringComparison.Ordinal))
                {
                    context.Live(line.Trim());
                }
            }
        );
        await File.WriteAllTextAsync(PartContext.Results($"{name}.log"), run.Output, cancellationToken);
        return Read(results, run);
    }

    private static PartResult Read(string file, Shell.Outcome run)
    {
        XElement root;
        try
        {
            root = XDocument.Load(file).Root!;
        }
        catch (Exception e) when (e is IOException or XmlException)
        {
            return PartResult.Broken(
                $"Ended with exit code {run.ExitCode} before writing results:\n{Shell.LastLines(run.Output, 30)}"
            );
        }
        int Sum(string attribute) =>
            root.Elements("assembly")
                .Sum(assembly => int.Parse(assembly.Attribute(attribute)?.Value ?? "0", CultureInfo.InvariantCulture));
        var failures = root.Descendants("test")
            .Where(test => test.Attribute("result")?.Value == "Fail")
            .Select(test => $"{test.Attribute("name")?.Value}\n{Indent(Text(test))}")
            .Concat(
                root.Descendants("error").Select(error => $"{error.Attribute("name")?.Value}\n{Indent(Text(error))}")
            )
            .ToList();
        var result = new PartResult(Sum("passed"), Sum("failed") + Sum("errors"), Sum("skipped"), failures);
        if (run.ExitCode != 0 && result.Failed == 0)
        {
            result += PartResult.Broken($"Ended with exit code {run.ExitCode}:\n{Shell.LastLines(run.Output, 30)}");
        }
        return result.OrBrokenWhenEmpty(run.Output);
    }

    private static string Text(XElement test) =>
        string.Join(
            '\n',
            test.Descendants()
                .Where(part => part.Name == "message" || part.Name == "stack-trace")
                .Select(part => part.Value)
        );

    private static string Indent(string text) => "    " + text.Trim().ReplaceLineEndings("\n    ");
}
