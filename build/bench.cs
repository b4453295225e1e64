#:property PublishAot=false
#:project Common/Build.csproj
using Pionir.Build;

const string usage = """
    Measures the product beside bare servers and plain COPY, on a database of its own that is thrown away.

    dotnet run build/bench.cs [options]

    --large N        employees of the large size (1000000)
    --only NAME      start, reads, searches, certificates, verifications, ledgers, page or papers; several with
                     commas. Imports run always (but for papers or searches alone): the others measure on what
                     they leave
    """;

return await Verb.RunAsync(async stop =>
{
    if (Arguments.Parse(args, usage) is not { } options)
    {
        return 0;
    }
    var large = options.Number("--large", 1_000_000, minimum: 4_000);
    await Product.PublishApiAsync(Repository.Path("artifacts/bench/program"), runtime: null, stop);
    await Shell.RunAsync(
        "Building the benchmarks",
        "dotnet",
        ["build", Repository.Path("tests/Benchmarks"), "-c", "Release", "-v", "quiet", "-nologo"],
        stop
    );
    var outcome = await Shell.TryRunAsync(
        "dotnet",
        [
            Repository.Path("tests/Benchmarks/bin/Release/net10.0/Pionir.Benchmarks.dll"),
            "--large",
            $"{large}",
            .. options.Text("--only") is { } only ? ["--only", only] : Array.Empty<string>(),
        ],
        stop,
        live: Console.WriteLine
    );
    return outcome.ExitCode;
});
