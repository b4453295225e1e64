#:property PublishAot=false
#:project Common/Build.csproj
using Pionir.Build;

const string usage = """
    Starts the whole product on demo data: PostgreSQL, API and page, on one address.

    dotnet run build/up.cs [options]          (this help: dotnet run build/up.cs -- --help)

    --port N         where it listens, on this machine only (5080)
    --data DIR       where database, files and logs lie (.pionir)
    --fresh          throw the data away and begin anew
    --employees N    how many employees the demo institution has when its data is first made

    With ConnectionStrings__Pionir set, that database is used instead of one of its own;
    ConnectionStrings__PionirOwner names the role that may change the schema.
    """;

return await Verb.RunAsync(async stop =>
{
    if (Arguments.Parse(args, usage) is not { } options)
    {
        return 0;
    }
    var port = options.Number("--port", 5080, minimum: 1, maximum: Network.LastPort);
    var data = Path.GetFullPath(options.Text("--data") ?? Repository.Path(".pionir"));
    var employees = options.Number("--employees", otherwise: 0, minimum: 1);
    Network.RequireFree(port);
    await NodeTools.RequireAsync(stop);
    await Product.BuildPageAsync(stop);
    await Product.BuildApiAsync(stop);

    await using var installation = await Installation.StartAsync(data, port, options.Has("--fresh"), employees, stop);
    await Welcome.ShowAsync(installation, stop);
    try
    {
        await installation.WaitForExitAsync(stop);
    }
    catch (OperationCanceledException)
    {
        Say.Step("Shutting down");
        return 0;
    }
    throw new BuildException("The API ended by itself.", installation.LogEnd());
});
