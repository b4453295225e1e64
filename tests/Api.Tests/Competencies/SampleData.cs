namespace Pionir.Api.Tests.Competencies;

/// <summary>Real reference files that a developer may keep in <c>shared/data</c> beside the repository.</summary>
internal static class SampleData
{
    public static string? Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", name);
            if (File.Exists(path))
            {
                return path;
            }
        }
        return null;
    }
}
