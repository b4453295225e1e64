using System.Globalization;
using System.Text.Json;

namespace Pionir.Build.Testing;

/// <summary>The page: lint, unit tests, production build, and the whole product in a browser.</summary>
public static class NodeParts
{
    private const string EndToEnd = "tests/EndToEnd.Tests";

    public static async Task<PartResult> ClientAsync(PartContext context, CancellationToken cancellationToken)
    {
        await NodeTools.InstallAsync("client-angular", cancellationToken);
        var result = await CheckAsync("Lint", ["ng", "lint"], cancellationToken);
        result += await CheckAsync(
            "Formatting",
            ["prettier", "--check", "--log-level", "warn", "."],
            cancellationToken
        );
        result += await UnitTestsAsync(cancellationToken);
        return result + await PageAsync(cancellationToken);
    }

    /// <summary>The budget of the first page is in angular.json; over it the build fails. The end-to-end tests use what it makes.</summary>
    private static async Task<PartResult> PageAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Product.BuildPageAsync(cancellationToken);
            return PartResult.Check(true, "");
        }
        catch (BuildException problem)
        {
            return PartResult.Check(false, $"Production build:\n{problem.Remedy}");
        }
    }

    public static async Task<PartResult> EndToEndAsync(PartContext context, CancellationToken cancellationToken)
    {
        await NodeTools.InstallAsync(EndToEnd, cancellationToken);
        await Product.BuildPageAsync(cancellationToken);
        await Product.BuildApiAsync(cancellationToken);
        var results = PartContext.Results("e2e.json");
        File.Delete(results);
        var data = Scratch.Folder("e2e");
        var environment = new Dictionary<string, string?>(context.Environment)
        {
            ["PIONIR_E2E_DATA"] = data,
            ["PIONIR_E2E_PORT"] = Network.FreePort().ToString(CultureInfo.InvariantCulture),
            ["PLAYWRIGHT_JSON_OUTPUT_NAME"] = results,
            ["PIONIR_CHROMIUM"] = await Chromium.FindAsync(cancellationToken),
        };
        var code = await NodeTools.ScriptAsync(EndToEnd, ["tsc", "--noEmit"], cancellationToken);
        var format = await NodeTools.ScriptAsync(
            EndToEnd,
            ["prettier", "--check", "--log-level", "warn", "."],
            cancellationToken
        );
        var run = await NodeTools.ScriptAsync(
            EndToEnd,
            ["playwright", "test", "--reporter=list,json"],
            cancellationToken,
            environment,
            context.Live
        );
        KeepServerLog(data);
        await File.WriteAllTextAsync(PartContext.Results("e2e.log"), run.Output, cancellationToken);
        if (!File.Exists(results))
        {
            return PartResult.Broken($"Playwright wrote no results:\n{Shell.LastLines(run.Output, 30)}");
        }
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(results, cancellationToken));
        var stats = report.RootElement.GetProperty("stats");
        int Count(string name) => stats.GetProperty(name).GetInt32();
        // What passed only at the second try is not proved.
        var result = new PartResult(
            Count("expected"),
            Count("unexpected") + Count("flaky"),
            Count("skipped"),
            run.ExitCode == 0 ? [] : [Shell.LastLines(run.Output, 80)]
        );
        result += PartResult.Check(code.ExitCode == 0, $"Types of the specs:\n{code.Output}");
        result += PartResult.Check(format.ExitCode == 0, $"Formatting of the specs:\n{format.Output}");
        if (run.ExitCode != 0 && result.Failed == 0)
        {
            result += PartResult.Broken($"Playwright ended with exit code {run.ExitCode}.");
        }
        return result.OrBrokenWhenEmpty(run.Output);
    }

    /// <summary>The data goes, but what the server said about a failure is worth reading.</summary>
    private static void KeepServerLog(string data)
    {
        var log = Path.Combine(data, "logs", "api.log");
        if (File.Exists(log))
        {
            File.Copy(log, PartContext.Results("e2e-api.log"), overwrite: true);
        }
        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<PartResult> UnitTestsAsync(CancellationToken cancellationToken)
    {
        var results = PartContext.Results("client.json");
        File.Delete(results);
        var run = await NodeTools.ScriptAsync(
            "client-angular",
            ["ng", "test", "--watch=false", "--reporters=default", "--reporters=json", $"--output-file={results}"],
            cancellationToken
        );
        await File.WriteAllTextAsync(PartContext.Results("client.log"), run.Output, cancellationToken);
        if (!File.Exists(results))
        {
            return PartResult.Broken($"Vitest wrote no results:\n{Shell.LastLines(run.Output, 40)}");
        }
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(results, cancellationToken));
        int Count(string name) => report.RootElement.GetProperty(name).GetInt32();
        var result = new PartResult(
            Count("numPassedTests"),
            Count("numFailedTests"),
            Count("numPendingTests"),
            run.ExitCode == 0 ? [] : [Shell.LastLines(run.Output, 80)]
        );
        if (run.ExitCode != 0 && result.Failed == 0)
        {
            result += PartResult.Broken($"Vitest ended with exit code {run.ExitCode}.");
        }
        return result.OrBrokenWhenEmpty(run.Output);
    }

    private static async Task<PartResult> CheckAsync(string what, string[] command, CancellationToken cancellationToken)
    {
        var run = await NodeTools.ScriptAsync("client-angular", command, cancellationToken);
        return PartResult.Check(run.ExitCode == 0, $"{what}:\n{Shell.LastLines(run.Output, 40)}");
    }
}
