using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.Imports;

/// <summary>A file of units or people on its way in: read, checked against what is known, applied, or thrown away.</summary>
public sealed class Import : AggregateRoot<ImportId>
{
    public const int FileNameMaximum = 255;

    private Import() { }

    public ImportKind Kind { get; private set; }
    public ImportState State { get; private set; }
    public string FileName { get; private set; } = "";
    public string FileHash { get; private set; } = "";
    public long FileSize { get; private set; }

    /// <summary>From this day on the file is true; differences begin a new period of history on it.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>The file is complete: who is missing from it has left.</summary>
    public bool MissingLeave { get; private set; }

    /// <summary>The header as written, for the error file.</summary>
    public string[] Columns { get; private set; } = [];
    public ImportCounts Counts { get; private set; } = ImportCounts.None;
    public Guid RequestedBy { get; private set; }
    public string RequestedByName { get; private set; } = "";
    public DateTimeOffset RequestedAt { get; private set; }
    public DateTimeOffset? CheckedAt { get; private set; }
    public DateTimeOffset? AppliedAt { get; private set; }

    /// <summary>Who pressed apply; the changes are audited in this name.</summary>
    public string? AppliedByName { get; private set; }

    /// <summary>When the rows were deleted because their time was over; the counts stay.</summary>
    public DateTimeOffset? RowsClearedAt { get; private set; }

    /// <summary>The last row that is in; a run that was cut off goes on behind it.</summary>
    public int AppliedThrough { get; private set; }

    /// <summary>The job that works on it now, or did last.</summary>
    public Guid? JobId { get; private set; }

    /// <summary>Why the file could not be read to its end.</summary>
    public string? ErrorCode { get; private set; }

    public static Import Create(
        ImportKind kind,
        ImportFile file,
        DateOnly asOf,
        bool missingLeave,
        Actor by,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = ImportId.New(),
            Kind = kind,
            State = ImportState.Reading,
            FileName = file.Name,
            FileHash = file.Hash,
            FileSize = file.Size,
            Columns = [.. file.Columns],
            AsOf = asOf,
            MissingLeave = missingLeave,
            RequestedBy = by.UserId,
            RequestedByName = by.Name,
            RequestedAt = now,
        };

    /// <summary>Units and people have a history that is written forwards; hours stand on their own day.</summary>
    public bool ChangesPeople => Kind != ImportKind.OpeningBalances;

    /// <param name="workEnded">The job of an attempt to apply it has given up.</param>
    public ImportStanding StandingOf(bool workEnded) =>
        State switch
        {
            ImportState.Reading => ImportStanding.Reading,
            ImportState.Checked => Counts.ToApply + Counts.LeftOut == 0
                ? ImportStanding.Unchanged
                : ImportStanding.Checked,
            ImportState.Applying => workEnded ? ImportStanding.CutOff : ImportStanding.Applying,
            ImportState.Applied => ImportStanding.Applied,
            ImportState.Discarded => ImportStanding.Discarded,
            ImportState.Stopped => ImportStanding.Stopped,
            _ => ImportStanding.Failed,
        };

    public void WorkedOnBy(Guid jobId) => JobId = jobId;

    /// <param name="workEnded">The job of an earlier attempt has given up; another one goes on where it stopped.</param>
    public bool CanApply(bool workEnded) => IsOpen(workEnded) && Counts.ToApply > 0;

    /// <summary>A word about single rows is heard while nothing has come in yet.</summary>
    public bool CanConfirmRows => Kind == ImportKind.Employees && State == ImportState.Checked;

    public bool CanDiscard(bool workEnded) => State is ImportState.Reading or ImportState.Failed || IsOpen(workEnded);

    public void Checked(ImportCounts counts, DateTimeOffset now)
    {
        Counts = counts;
        CheckedAt = now;
        State = State == ImportState.Reading ? ImportState.Checked : State;
    }

    public void Fail(string errorCode)
    {
        if (State == ImportState.Reading)
        {
            ErrorCode = errorCode;
            State = ImportState.Failed;
        }
    }

    public Result BeginApplying(Actor by, bool workEnded)
    {
        if (!IsOpen(workEnded))
        {
            return ImportErrors.NotReady(State);
        }
        if (Counts.ToApply == 0)
        {
            return ImportErrors.NothingToApply();
        }
        State = ImportState.Applying;
        AppliedByName = by.Name;
        return Result.Success();
    }

    public void AppliedUpTo(int row) => AppliedThrough = row;

    public void Finish(DateTimeOffset now)
    {
        State = ImportState.Applied;
        AppliedAt = now;
    }

    /// <summary>Throws it away; when a part of it is in already, only the rest, and the others may go on.</summary>
    public Result Discard(bool workEnded, DateTimeOffset now)
    {
        if (!CanDiscard(workEnded))
        {
            return ImportErrors.NotReady(State);
        }
        if (AppliedThrough == 0)
        {
            State = ImportState.Discarded;
            return Result.Success();
        }
        State = ImportState.Stopped;
        AppliedAt = now;
        return Result.Success();
    }

    public void Recounted(ImportCounts counts) => Counts = counts;

    private bool IsOpen(bool workEnded) => State == ImportState.Checked || (State == ImportState.Applying && workEnded);
}
