#:property PublishAot=false
#:project Common/Build.csproj
using Pionir.Build;

const string usage = """
    Writes the OpenAPI document of the API and the page's client for it.

    dotnet run build/client.cs [options]

    --check          change nothing; fail when the committed files are not what the sources say
    """;

return await Verb.RunAsync(async stop =>
{
    if (Arguments.Parse(args, usage) is not { } options)
    {
        return 0;
    }
    if (!options.Has("--check"))
    {
        await Contract.WriteAsync(stop);
        return 0;
    }
    var different = await Contract.CheckAsync(stop);
    return different.Count == 0
        ? 0
        : throw new BuildException(
            $"Not what the sources say: {string.Join(", ", different)}.",
            "Run dotnet run build/client.cs and commit what it writes."
        );
});
