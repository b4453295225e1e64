using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.Imports;

public readonly record struct ImportId(Guid Value) : ITypedId<ImportId>
{
    public static ImportId From(Guid value) => new(value);

    public static ImportId New() => new(Guid.CreateVersion7());
}

public enum ImportKind
{
    Units,
    Employees,

    /// <summary>Lesson hours earned before this system was used.</summary>
    OpeningBalances,
}

public enum ImportState
{
    /// <summary>The rows are being read and checked.</summary>
    Reading,

    /// <summary>The dry run is there; nothing has changed yet.</summary>
    Checked,
    Applying,
    Applied,
    Discarded,

    /// <summary>Applying failed on the way and was given up: what was in by then stays in.</summary>
    Stopped,

    /// <summary>The file could not be read to its end; nothing has changed.</summary>
    Failed,
}

/// <summary>What an import's state is called: one of the states, or what it comes to where nothing goes on by itself.</summary>
public enum ImportStanding
{
    Reading,

    /// <summary>Waits for somebody to apply it or to mend its rows.</summary>
    Checked,

    /// <summary>Checked, and nothing in it waits for anybody.</summary>
    Unchanged,
    Applying,

    /// <summary>Applying has failed and waits for somebody to try again or stop it.</summary>
    CutOff,
    Applied,
    Discarded,
    Stopped,
    Failed,
}

/// <summary>What a row means for what is known.</summary>
public enum RowOutcome
{
    New,
    Changed,
    Leaving,
    Unchanged,
    Wrong,

    /// <summary>The number is somebody's who looks like another person: stays out until it is confirmed.</summary>
    Doubtful,
}

public sealed record ImportFile(string Name, string Hash, long Size, IReadOnlyList<string> Columns);

/// <param name="Total">Rows in the file.</param>
/// <param name="Leaving">Including those who leave because a complete file does not name them.</param>
/// <param name="Doubtful">Rows that look like another person than the number says, and that nobody has confirmed.</param>
public sealed record ImportCounts(int Total, int New, int Changed, int Leaving, int Unchanged, int Wrong, int Doubtful)
{
    public static readonly ImportCounts None = new(0, 0, 0, 0, 0, 0, 0);

    public int ToApply => New + Changed + Leaving;

    /// <summary>Rows that stay out and can be mended.</summary>
    public int LeftOut => Wrong + Doubtful;
}
