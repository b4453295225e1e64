#:property PublishAot=false
#:project Common/Build.csproj
using Pionir.Build;

const string usage = """
    Makes what a server needs in one folder: the API with the page inside. Run it there with: dotnet Pionir.Api.dll

    dotnet run build/publish.cs [options]

    --out DIR        where to (artifacts/pionir)
    --runtime RID    the kind of machine it will run on (this one's), as in linux-arm64; "any" runs on all and starts slower
    """;

return await Verb.RunAsync(async stop =>
{
    if (Arguments.Parse(args, usage) is not { } options)
    {
        return 0;
    }
    var folder = Path.GetFullPath(options.Text("--out") ?? Path.Combine(Repository.Artifacts, "pionir"));
    await Product.PublishAsync(folder, options.Text("--runtime"), stop);
    Say.Step($"Ready in {folder}");
    return 0;
});
