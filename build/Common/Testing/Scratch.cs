using System.Security.Cryptography;
using System.Text;

namespace Pionir.Build.Testing;

/// <summary>Folders that a run throws away: in memory where that is to be had, one per clone of the repository.</summary>
public static class Scratch
{
    private const string Memory = "/dev/shm";

    public static string Folder(string name)
    {
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Repository.Root)))[..8];
        return Directory.Exists(Memory)
            ? Path.Combine(Memory, $"pionir-{name}-{mark}")
            : Path.Combine(Repository.Artifacts, "test", name);
    }
}
