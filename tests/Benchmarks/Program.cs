using Pionir.Benchmarks;
using Pionir.Build;

const string usage = """
    Measures the product; started by build/bench.cs, which builds it first.

    --large N        employees of the large size (1000000)
    --only NAME      start, imports, reads, searches, certificates, verifications, ledgers, page or
                     papers; several with commas
    """;

if (args is [BareServer.Verb, var subject])
{
    await BareServer.ServeAsync(subject);
    return 0;
}
return await Verb.RunAsync(async stop =>
{
    if (Arguments.Parse(args, usage) is not { } options)
    {
        return 0;
    }
    var large = options.Number("--large", 1_000_000, minimum: 4_000);
    var only = options.Text("--only")?.Split(',') ?? [];
    bool Wanted(string name) => only.Length == 0 || only.Contains(name);

    if (Wanted("papers"))
    {
        Say.Line($"\n{Machine.Description}");
        await PaperSpeed.MeasureAsync(stop);
    }
    if (only is ["papers"])
    {
        return 0;
    }
    await using var stage = await Stage.SetAsync(stop);
    Say.Line($"\n{Machine.Description}");
    if (Wanted("page"))
    {
        FirstLoad.Measure();
    }
    if (Wanted("start"))
    {
        await Starts.MeasureAsync(stage, stop);
    }
    var imports = new Imports(stage);
    var reads = new Reads(stage);
    var searches = new Searches(stage);
    foreach (var people in new[] { Stage.Small, large })
    {
        if (only is not ["searches"])
        {
            await imports.MeasureAsync(people);
        }
        if (Wanted("reads"))
        {
            await reads.MeasureAsync(people);
        }
        if (Wanted("searches"))
        {
            await searches.MeasureAsync(people);
        }
    }
    imports.Print();
    reads.Print();
    searches.Print();
    if (Wanted("certificates"))
    {
        await new Certificates(stage).MeasureAsync(large);
    }
    if (Wanted("verifications"))
    {
        await new Verifications(stage).MeasureAsync();
    }
    if (Wanted("ledgers"))
    {
        await new Ledgers(stage).MeasureAsync();
    }
    return 0;
});
