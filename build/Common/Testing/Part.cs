namespace Pionir.Build.Testing;

/// <param name="Name">As <c>--only</c> takes it.</param>
/// <param name="NeedsDatabase">Gets <c>PIONIR_TEST_DATABASE</c>, and <c>PIONIR_TEST_POSTGRESQL</c>: where pg_dump is.</param>
public sealed record Part(string Name, bool NeedsDatabase, Func<PartContext, CancellationToken, Task<PartResult>> Run)
{
    /// <summary>Runs beside the part before it: the one compiles C# while the other waits for Node, or the other way round.</summary>
    public bool Beside { get; init; }
}

/// <param name="Environment">For the programs that the part starts.</param>
/// <param name="Live">Shows a line while the part runs.</param>
public sealed record PartContext(IReadOnlyDictionary<string, string?> Environment, Action<string> Live)
{
    public static string Results(string file)
    {
        var folder = Path.Combine(Repository.Artifacts, "test");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, file);
    }
}
