namespace Pionir.Build;

/// <summary>Something the person at the keyboard can put right: what is wrong, and what to do about it.</summary>
public sealed class BuildException(string problem, string remedy = "") : Exception(problem)
{
    public string Remedy => remedy;
}
