#:property PublishAot=false
#:project Common/Build.csproj
using Pionir.Build;

const string usage = """
    Makes the first administrator of an installation and prints the link to set the password.

    dotnet run build/admin.cs -- --email ADDRESS [--name NAME] [--address URL]

    --email ADDRESS  the name to sign in with
    --name NAME      how people see the administrator (the address)
    --address URL    where people reach this installation; the link begins with it (PublicAddress)

    The database is the one of ConnectionStrings__Pionir (and ConnectionStrings__PionirOwner), as for the API itself.
    """;

return await Verb.RunAsync(async stop =>
{
    if (Arguments.Parse(args, usage) is not { } options)
    {
        return 0;
    }
    var email = options.Text("--email") ?? throw new BuildException("--email is missing.", usage);
    if (Environment.GetEnvironmentVariable("ConnectionStrings__Pionir") is not { Length: > 0 })
    {
        throw new BuildException("ConnectionStrings__Pionir names no database.", usage);
    }
    var address = options.Address("--address", "https://pionir.instansi.go.id");
    await Product.BuildApiAsync(stop);
    string[] verb = ["create-admin", "--email", email, "--name", options.Text("--name") ?? email];
    var settings = new Dictionary<string, string?> { ["Logging__LogLevel__Default"] = "Warning" };
    if (options.Has("--address"))
    {
        settings["PublicAddress"] = address.ToString();
    }
    var outcome = await Shell.TryRunAsync(
        "dotnet",
        [Product.ApiProgram, .. verb],
        stop,
        Repository.Path("src/Api"),
        settings,
        live: Say.Line
    );
    return outcome.ExitCode;
});
