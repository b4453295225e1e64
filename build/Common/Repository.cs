namespace Pionir.Build;

/// <summary>Where things lie, found from the verb's own file, so that a verb works from any folder.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Client => Path("client-angular");

    public static string ApiProject => Path("src/Api/Api.csproj");

    public static string Contract => Path("src/Api/OpenApi/openapi.json");

    public static string Artifacts => Path("artifacts");

    public static bool IsContinuousIntegration => Environment.GetEnvironmentVariable("CI") == "true";

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    private static string FindRoot()
    {
        var start = AppContext.GetData("EntryPointFileDirectoryPath") as string ?? Directory.GetCurrentDirectory();
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Pionir.sln")))
            {
                return folder.FullName;
            }
        }
        throw new BuildException(
            $"Pionir.sln is neither in {start} nor above it.",
            "Run the verb inside the repository."
        );
    }
}
