namespace Pionir.Build;

/// <summary>The OpenAPI document that the API's build writes, and the clients made from it without a running server.</summary>
public static class Contract
{
    private const string Document = "src/Api/OpenApi/openapi.json";
    private const string TypeScriptClient = "client-angular/src/app/api/api.ts";

    private static readonly string[] Made = [Document, TypeScriptClient];

    public static Task WriteAsync(CancellationToken cancellationToken) => WriteAsync("Debug", cancellationToken);

    private static async Task WriteAsync(string configuration, CancellationToken cancellationToken)
    {
        string[] inputs = ["src", "client-angular/package-lock.json", "build/Common", TypeScriptClient];
        if (Fingerprint.Of("contract", inputs).IsCurrent(TypeScriptClient))
        {
            Say.Step("Contract and client are up to date");
            return;
        }
        await Shell.RunAsync(
            "Building the API",
            "dotnet",
            ["build", Repository.ApiProject, "-c", configuration, "-v", "quiet", "-nologo"],
            cancellationToken
        );
        if (!Product.HasPage)
        {
            return;
        }
        var program = Repository.Path("client-angular/node_modules/nswag/bin/binaries/Net100/dotnet-nswag.dll");
        if (!File.Exists(program))
        {
            await NodeTools.InstallAsync("client-angular", cancellationToken);
        }
        await Shell.RunAsync(
            "Generating the TypeScript client",
            "dotnet",
            [
                program,
                "openapi2tsclient",
                $"/input:{Repository.Path(Document)}",
                $"/output:{Repository.Path(TypeScriptClient)}",
                "/template:Angular",
                "/httpClass:HttpClient",
                "/injectionTokenType:InjectionToken",
                "/useSingletonProvider:true",
                "/typeScriptVersion:5.9",
                "/rxJsVersion:7.8",
                "/operationGenerationMode:MultipleClientsFromFirstTagAndOperationId",
                "/className:{controller}Client",
                "/typeStyle:Interface",
                "/enumStyle:StringLiteral",
                "/dateTimeType:string",
                "/nullValue:Null",
                "/markOptionalProperties:true",
                "/generateOptionalParameters:true",
                // The page sends a key with every change by itself.
                "/excludedParameterNames:Idempotency-Key",
            ],
            cancellationToken
        );
        Fingerprint.Of("contract", inputs).Save();
        Say.Step($"Wrote {TypeScriptClient}");
    }

    /// <returns>The files that are not what the sources say; they are left as they were.</returns>
    public static async Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken)
    {
        var before = Made.ToDictionary(file => file, Read);
        // The build that the tests and the product use, so that nothing is compiled for this check alone.
        await WriteAsync("Release", cancellationToken);
        var different = Made.Where(file => Read(file) != before[file]).ToList();
        foreach (var file in different.Where(file => before[file] is not null))
        {
            await File.WriteAllTextAsync(Repository.Path(file), before[file], cancellationToken);
        }
        return different;
    }

    private static string? Read(string file) =>
        File.Exists(Repository.Path(file)) ? File.ReadAllText(Repository.Path(file)) : null;
}
