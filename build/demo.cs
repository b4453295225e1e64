#:property PublishAot=false
#:project Demo/Demo.csproj
using Pionir.Build;
using Pionir.Build.Demo;

const string usage = """
    Plays the main job against the running product (build/up.cs), over its public API and the generated client:
    staff imported, a training planned, approved, filled, held and completed, certificates issued and verified.
    Ends with an error when anything is not as it should be.

    dotnet run build/demo.cs [options]

    --address URL    of the running product (http://localhost:5080)
    --employees N    how many the imported roster has (1834)
    """;

return await Verb.RunAsync(async stop =>
{
    if (Arguments.Parse(args, usage) is not { } options)
    {
        return 0;
    }
    var address = options.Address("--address", "http://localhost:5080");
    var employees = options.Number("--employees", 1834, minimum: 400);
    return await MainJob.PlayAsync(address, employees, stop);
});
