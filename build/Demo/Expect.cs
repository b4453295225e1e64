namespace Pionir.Build.Demo;

/// <summary>Counts are compared, never assumed; a difference ends the demo.</summary>
internal static class Expect
{
    public static void Equal<T>(string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new BuildException($"{what}: {actual}, but it should be {expected}.");
        }
        Say.Line($"    {what}: {actual}");
    }

    public static void AtLeast(string what, int least, int actual)
    {
        if (actual < least)
        {
            throw new BuildException($"{what}: {actual}, but it should be {least} or more.");
        }
        Say.Line($"    {what}: {actual}");
    }
}
