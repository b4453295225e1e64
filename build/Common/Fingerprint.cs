using System.Security.Cryptography;
using System.Text;

namespace Pionir.Build;

/// <summary>
/// Knows whether inputs changed since a step last succeeded. Contents are hashed, not times: a fresh checkout
/// or a switch of branches and back must not build again.
/// </summary>
public sealed class Fingerprint
{
    private static readonly string[] MadeByTools =
    [
        "node_modules",
        "dist",
        ".angular",
        "bin",
        "obj",
        "coverage",
        "test-results",
        "playwright-report",
    ];

    private readonly string stamp;
    private readonly string value;

    private Fingerprint(string stamp, string value)
    {
        this.stamp = stamp;
        this.value = value;
    }

    /// <param name="name">Of the step; its stamp is kept beside other things the verbs make.</param>
    /// <param name="inputs">Files and folders, relative to the repository.</param>
    public static Fingerprint Of(string name, params string[] inputs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in inputs.SelectMany(FilesOf).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(Repository.Root, file)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }
        return new Fingerprint(
            Path.Combine(Repository.Artifacts, "stamps", name),
            Convert.ToHexStringLower(hash.GetHashAndReset())
        );
    }

    public bool IsCurrent(string output) =>
        Path.Exists(Repository.Path(output)) && File.Exists(stamp) && File.ReadAllText(stamp) == value;

    public void Save()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(stamp)!);
        File.WriteAllText(stamp, value);
    }

    private static IEnumerable<string> FilesOf(string input)
    {
        var path = Repository.Path(input);
        if (File.Exists(path))
        {
            return [path];
        }
        return Directory.Exists(path) ? Walk(new DirectoryInfo(path)) : [];
    }

    private static IEnumerable<string> Walk(DirectoryInfo folder) =>
        folder
            .EnumerateFiles()
            .Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories().Where(child => !MadeByTools.Contains(child.Name)).SelectMany(Walk));
}
