using Pionir.Domain.Common;

namespace Pionir.Domain.Competencies;

public sealed partial class DictionaryVersion
{
    /// <summary>
    /// Lets everybody use this version. A draft that was verified and enacted elsewhere names its decree here; the
    /// one who drafted it cannot also publish it.
    /// </summary>
    public Result Publish(Decree decree, Actor approver, DateTimeOffset now)
    {
        if (State is not (DictionaryState.Draft or DictionaryState.Enacted))
            return DictionaryErrors.NotPublishable(State);
        if (approver.UserId == DraftedBy)
            return DictionaryErrors.DrafterPublishes();
        if (string.IsNullOrWhiteSpace(decree.Number) || decree.Number.Length > DecreeMaximum)
            return DictionaryErrors.DecreeInvalid(DecreeMaximum);
        if (decree.Date > DateOnly.FromDateTime(now.UtcDateTime.AddDays(1)))
            return DictionaryErrors.DecreeInFuture(decree.Date);
        State = DictionaryState.Published;
        DecreeNumber = decree.Number.Trim();
        DecreeDate = decree.Date;
        PublishedBy = approver.UserId;
        PublishedByName = approver.Name;
        PublishedAt = now;
        return Result.Success();
    }

    /// <summary>Gives way to a newer version of the same dictionary.</summary>
    public Result Supersede(DictionaryVersion by, DateTimeOffset now)
    {
        if (State != DictionaryState.Published || by.Code != Code || by.Number <= Number)
            return DictionaryErrors.NotSuperseded(Number, by.Number);
        State = DictionaryState.Superseded;
        EndedAt = now;
        return Result.Success();
    }

    /// <summary>A draft may be thrown away; nothing refers to it yet.</summary>
    public Result CanDiscard() => State == DictionaryState.Draft ? Result.Success() : DictionaryErrors.NotADraft(State);

    /// <summary>Public from the day it is published, and for ever after: old references must stay readable.</summary>
    public bool IsPublic => State is DictionaryState.Published or DictionaryState.Superseded;
}

/// <summary>The decision that enacts a version.</summary>
public readonly record struct Decree(string Number, DateOnly Date);
