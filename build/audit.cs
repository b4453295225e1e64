#:property PublishAot=false
#:project Common/Build.csproj
using System.Text.RegularExpressions;
using Pionir.Build;

const string usage = """
    Asks the registries for known weaknesses in the packages that are locked, and fails when there is one.

    dotnet run build/audit.cs [options]

    --level LEVEL    of npm's findings, the least that counts: low, moderate, high (moderate)
    """;

return await Verb.RunAsync(async stop =>
{
    if (Arguments.Parse(args, usage) is not { } options)
    {
        return 0;
    }
    List<string> found = [];
    List<string> silent = [];

    Say.Step("Packages of .NET");
    string[] list = ["list", "Pionir.sln", "package", "--vulnerable", "--include-transitive"];
    var dotnet = await Shell.TryRunAsync("dotnet", list, stop);
    if (dotnet.ExitCode != 0)
    {
        silent.Add("nuget: " + Shell.LastLines(dotnet.Output, 3));
    }
    // A line of its table begins with an arrow; without one there is nothing to tell.
    found.AddRange(
        Regex.Matches(dotnet.Output, @"^\s+> .+$", RegexOptions.Multiline).Select(line => line.Value.Trim())
    );

    Say.Step("Packages of the page");
    string[] audit = ["audit", "--omit=dev", "--audit-level=" + (options.Text("--level") ?? "moderate")];
    var npm = await Shell.TryRunAsync("npm", audit, stop, Repository.Client);
    if (npm.Output.Contains("audit endpoint returned an error", StringComparison.Ordinal))
    {
        silent.Add("npm: this registry does not answer");
    }
    else if (npm.ExitCode != 0)
    {
        found.Add(Shell.LastLines(npm.Output, 20));
    }

    foreach (var line in found)
    {
        Say.Step(line);
    }
    if (found.Count > 0)
    {
        throw new BuildException($"Known weaknesses: {found.Count}.", "Raise the versions and lock them anew.");
    }
    // Silence is no clean bill: say so, and fail, or a mirror without the lists would pass for a scan.
    if (silent.Count > 0)
    {
        throw new BuildException("Not every registry answered.", string.Join('\n', silent));
    }
    Say.Step("No known weaknesses");
    return 0;
});
