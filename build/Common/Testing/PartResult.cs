namespace Pionir.Build.Testing;

/// <summary>What a part of the tests came to. A check without tests of its own counts as one test.</summary>
public sealed record PartResult(int Passed, int Failed, int Skipped, IReadOnlyList<string> Failures)
{
    public static PartResult Check(bool passed, string failure) =>
        passed ? new PartResult(1, 0, 0, []) : new PartResult(0, 1, 0, [failure]);

    /// <summary>The part did not get as far as telling what its tests came to.</summary>
    public static PartResult Broken(string why) => new(0, 1, 0, [why]);

    public static PartResult operator +(PartResult left, PartResult right) =>
        new(
            left.Passed + right.Passed,
            left.Failed + right.Failed,
            left.Skipped + right.Skipped,
            [.. left.Failures, .. right.Failures]
        );

    /// <summary>A part in which nothing ran proves nothing.</summary>
    public PartResult OrBrokenWhenEmpty(string log) =>
        Passed + Failed > 0 ? this : Broken($"No test was executed.\n{Shell.LastLines(log, 20)}");
}
