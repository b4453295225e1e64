#:property PublishAot=false
#:project Common/Build.csproj
using System.Diagnostics;
using System.Text.Json;
using Pionir.Build;

const string usage = """
    For changing the product: the API builds again and restarts on a change, the page reloads itself.

    dotnet run build/dev.cs [options]

    --port N         where the page listens (4200); it passes /api on
    --api-port N     where the API listens (5080)
    --data DIR       where database and files lie (.pionir)
    """;

return await Verb.RunAsync(async stop =>
{
    if (Arguments.Parse(args, usage) is not { } options)
    {
        return 0;
    }
    var port = options.Number("--port", 4200, minimum: 1, maximum: Network.LastPort);
    var apiPort = options.Number("--api-port", 5080, minimum: 1, maximum: Network.LastPort);
    var data = Path.GetFullPath(options.Text("--data") ?? Repository.Path(".pionir"));
    Network.RequireFree(port);
    Network.RequireFree(apiPort);
    await NodeTools.InstallAsync("client-angular", stop);

    var settings = Installation.Settings(data);
    settings["ASPNETCORE_URLS"] = $"http://localhost:{apiPort}";
    // A restart after a change that cannot be applied in place must not wait for a key.
    settings["DOTNET_WATCH_RESTART_ON_RUDE_EDIT"] = "1";
    await using var cluster = await Installation.StartDatabaseAsync(data, fresh: false, settings, stop);

    var target = new { target = $"http://localhost:{apiPort}", secure = false };
    Directory.CreateDirectory(Repository.Artifacts);
    var proxy = Path.Combine(Repository.Artifacts, "proxy.json");
    await File.WriteAllTextAsync(
        proxy,
        JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                ["/api"] = target,
                ["/health"] = target,
                ["/metrics"] = target,
            }
        ),
        stop
    );

    Say.Step($"API on http://localhost:{apiPort}, page on http://localhost:{port}; Ctrl+C ends both");
    var api = Show(
        "api ",
        Shell.Create("dotnet", ["watch", "run", "--no-launch-profile"], Repository.Path("src/Api"), settings)
    );
    var page = Show(
        "page",
        Shell.Create(
            "npx",
            ["--no-install", "ng", "serve", "--port", $"{port}", "--proxy-config", proxy],
            Repository.Client,
            new Dictionary<string, string?> { ["NG_CLI_ANALYTICS"] = "false" }
        )
    );
    try
    {
        await Task.WhenAny(api.WaitForExitAsync(stop), page.WaitForExitAsync(stop));
    }
    finally
    {
        foreach (var process in new[] { page, api }.Where(process => !process.HasExited))
        {
            process.Kill(entireProcessTree: true);
        }
    }
    stop.ThrowIfCancellationRequested();
    return 1;
});

static Process Show(string who, Process process)
{
    void Print(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null)
        {
            Say.Line($"{who} | {line.Data}");
        }
    }
    process.OutputDataReceived += Print;
    process.ErrorDataReceived += Print;
    Shell.Start(process);
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();
    return process;
}
