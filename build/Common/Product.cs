namespace Pionir.Build;

/// <summary>Builds what is delivered: the page and the API. Skips what has not changed.</summary>
public static class Product
{
    public static bool HasPage => File.Exists(Path.Combine(Repository.Client, "angular.json"));

    public static string ApiProgram => Repository.Path("src/Api/bin/Release/net10.0/Pionir.Api.dll");

    /// <summary>The folder with the page's index.html, as the production build left it.</summary>
    public static string? PageFolder =>
        Directory.Exists(Path.Combine(Repository.Client, "dist"))
            ? Directory
                .EnumerateFiles(Path.Combine(Repository.Client, "dist"), "index.html", SearchOption.AllDirectories)
                .Select(Path.GetDirectoryName)
                .FirstOrDefault()
            : null;

    public static async Task BuildPageAsync(CancellationToken cancellationToken)
    {
        if (!HasPage)
        {
            return;
        }
        await NodeTools.InstallAsync("client-angular", cancellationToken);
        var state = Fingerprint.Of("page", "client-angular");
        if (state.IsCurrent("client-angular/dist"))
        {
            return;
        }
        await Say.TimedAsync(
            "Building the page",
            async () =>
            {
                var outcome = await NodeTools.ScriptAsync(
                    "client-angular",
                    ["ng", "build", "--configuration", "production"],
                    cancellationToken
                );
                if (outcome.ExitCode != 0)
                {
                    throw new BuildException("The page does not build.", Shell.LastLines(outcome.Output, 40));
                }
            }
        );
        state.Save();
    }

    public static async Task BuildApiAsync(CancellationToken cancellationToken)
    {
        if (ApiState().IsCurrent(ApiProgram))
        {
            return;
        }
        await Say.TimedAsync(
            "Building the API",
            () =>
                Shell.RunAsync(
                    "Building the API",
                    "dotnet",
                    ["build", Repository.ApiProject, "-c", "Release", "-v", "quiet", "-nologo"],
                    cancellationToken
                )
        );
        // The build may have written the contract, which is one of its inputs.
        ApiState().Save();
    }

    /// <summary>With the words of the page, which the API carries for files it makes.</summary>
    private static Fingerprint ApiState() =>
        Fingerprint.Of(
            "api",
            "src",
            "client-angular/public/i18n",
            "Directory.Build.props",
            "Directory.Packages.props",
            "global.json"
        );

    /// <summary>The API with the page as its web root, in a folder of its own.</summary>
    /// <param name="runtime">See <see cref="PublishApiAsync"/>.</param>
    public static async Task PublishAsync(string folder, string? runtime, CancellationToken cancellationToken)
    {
        await BuildPageAsync(cancellationToken);
        await PublishApiAsync(folder, runtime, cancellationToken);
        var page = PageFolder ?? throw new BuildException("The page was not built.");
        foreach (var file in Directory.EnumerateFiles(page, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, "wwwroot", Path.GetRelativePath(page, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>
    /// Machine code is made beforehand, for one kind of machine: the start then costs a fifth to a third less.
    /// </summary>
    /// <param name="runtime">That kind, as in linux-arm64; null is this machine's, "any" leaves out the machine code.</param>
    public static async Task PublishApiAsync(string folder, string? runtime, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
        string[] compiled =
        [
            .. runtime is null ? ["--use-current-runtime"] : (string[])["-r", runtime],
            "--self-contained",
            "false",
            "-p:PublishReadyToRun=true",
            // The locked list names no packages of a kind of machine: those it names were checked just before.
            "-p:NuGetLockFilePath=obj/compiled.lock.json",
            "-p:RestoreLockedMode=false",
            "-p:OpenApiGenerateDocumentsOnBuild=false",
        ];
        await Shell.RunAsync(
            "Checking the packages",
            "dotnet",
            ["restore", Repository.ApiProject, "--locked-mode", "-v", "quiet", "-nologo"],
            cancellationToken
        );
        await Say.TimedAsync(
            "Publishing the API",
            () =>
                Shell.RunAsync(
                    "Publishing the API",
                    "dotnet",
                    [
                        "publish",
                        Repository.ApiProject,
                        "-c",
                        "Release",
                        "-o",
                        folder,
                        "-v",
                        "quiet",
                        "-nologo",
                        .. runtime == "any" ? [] : compiled,
                    ],
                    cancellationToken
                )
        );
    }
}
