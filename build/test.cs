#:property PublishAot=false
#:project Common/Build.csproj
using Pionir.Build;
using Pionir.Build.Testing;

const string usage = """
    Sets up what the tests need and runs all of them. The last line says "N passed, N failed".

    dotnet run build/test.cs [options]

    --only PART      one part: style, contract, domain, application, api, architecture, client, e2e
                     (several with commas)
    """;

Part[] all =
[
    new("style", NeedsDatabase: false, DotnetParts.StyleAsync),
    DotnetParts.Project("Domain", needsDatabase: false),
    DotnetParts.Project("Architecture", needsDatabase: false),
    DotnetParts.Project("Application", needsDatabase: true),
    DotnetParts.Project("Api", needsDatabase: true),
    new("contract", NeedsDatabase: false, DotnetParts.ContractAsync),
    new("client", NeedsDatabase: false, NodeParts.ClientAsync),
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
