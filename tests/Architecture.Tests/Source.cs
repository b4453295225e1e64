namespace Pionir.Architecture.Tests;

/// <summary>The source tree, for rules that reflection cannot see.</summary>
internal static class Source
{
    public static readonly string Root = FindRoot();

    /// <summary>Hand-written C# files under a folder, by path relative to the root.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(path => (Path.GetRelativePath(Root, path), File.ReadAllText(path)));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Pionir.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("Pionir.sln is not above the tests.");
    }
}
