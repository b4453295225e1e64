#:property PublishAot=false
#:project Common/Build.csproj
using Pionir.Build;
using Pionir.Build.Testing;

const string usage = """
    Sets up what the tests need and runs all of them. The last line says "N passed, N failed".

    dotnet run build/test.cs [options]

    --only PART      one part: contract, style, client, domain, architecture, application, api, e2e
                     (several with commas)
    """;

Part[] all =
[
    // First, while the contract is as it was committed: every build of the API writes it anew.
    new("contract", NeedsDatabase: false, DotnetParts.ContractAsync),
    new("style", NeedsDatabase: false, DotnetParts.StyleAsync),
    new("client", NeedsDatabase: false, NodeParts.ClientAsync) { Beside = true },
    DotnetParts.Project("Domain", needsDatabase: false),
    DotnetParts.Project("Architecture", needsDatabase: false),
    DotnetParts.Project("Application", needsDatabase: true),
    DotnetParts.Project("Api", needsDatabase: true),
    new("e2e", NeedsDatabase: false, NodeParts.EndToEndAsync),
];

return await Verb.RunAsync(async stop =>
{
    if (Arguments.Parse(args, usage) is not { } options)
    {
        return 0;
    }
    if (options.Text("--only") is not { } only)
    {
        return await TestRun.RunAsync(all, stop);
    }
    var wanted = only.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    var unknown = wanted.Except(all.Select(part => part.Name)).ToList();
    return unknown.Count == 0
        ? await TestRun.RunAsync([.. all.Where(part => wanted.Contains(part.Name))], stop)
        : throw new BuildException($"There is no part {string.Join(", ", unknown)}.", usage);
});
