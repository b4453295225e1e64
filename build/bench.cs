#:property PublishAot=false
#:project Common/Build.csproj
using Pionir.Build;

const string usage = """
    Measures reads against a bare server, import and search at two sizes, on a database of its own that is thrown away.

    dotnet run build/bench.cs [options]

    --large N        employees of the large size (1000000)
    """;

return await Verb.RunAsync(async stop =>
{
    if (Arguments.Parse(args, usage) is not { } options)
    {
        return 0;
    }
    var large = options.Number("--large", 1_000_000, minimum: 4_000);
    var work = Path.Combine(Repository.Artifacts, "bench");
    await Product.BuildApiAsync(stop);
    await Shell.RunAsync(
        "Building the benchmarks",
        "dotnet",
        ["build", Repository.Path("tests/Benchmarks"), "-c", "Release", "-v", "quiet", "-nologo"],
        stop
    );
    var settings = Installation.Settings(work);
    await using var cluster =
        await Installation.StartDatabaseAsync(work, fresh: true, settings, stop)
        ?? throw new BuildException("The benchmarks use a database of their own; unset ConnectionStrings__Pionir.");
    // One client asks as fast as it can; limits meant for strangers would be what is measured.
    settings["RateLimits__Enabled"] = "false";
    await using (
        var api = await ApiProcess.StartAsync(Network.FreePort(), Path.Combine(work, "api.log"), settings, stop)
    )
    {
        var outcome = await Shell.TryRunAsync(
            "dotnet",
            [
                Repository.Path("tests/Benchmarks/bin/Release/net10.0/Pionir.Benchmarks.dll"),
                "--address",
                api.Address.ToString(),
                "--owner",
                settings["ConnectionStrings__PionirOwner"]!,
                "--app",
                settings["ConnectionStrings__Pionir"]!,
                "--work",
                work,
                "--large",
                $"{large}",
            ],
            stop,
            live: Console.WriteLine
        );
        return outcome.ExitCode;
    }
});
