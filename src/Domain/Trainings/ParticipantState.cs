namespace Pionir.Domain.Trainings;

/// <summary>Where a participant stands between being put forward and having passed.</summary>
public enum ParticipantState
{
    Nominated,
    Approved,
    Rejected,
    Invited,
    Confirmed,
    Declined,
    Reserve,
    Withdrawn,
    Replaced,
    Attended,
    Passed,
    Failed,
}

/// <summary>How somebody came onto the list.</summary>
public enum ParticipantSource
{
    Chosen,
    NominatedByUnit,
    Applied,
    Imported,
    Recommended,

    /// <summary>From outside, on the public page.</summary>
    Registered,
}

public static class ParticipantStates
{
    /// <summary>Those who sit on a place of the quota.</summary>
    public static readonly IReadOnlySet<ParticipantState> WithSeat = new HashSet<ParticipantState>
    {
        ParticipantState.Confirmed,
        ParticipantState.Attended,
        ParticipantState.Passed,
        ParticipantState.Failed,
    };

    /// <summary>Those whom a training that is not completed will give JP, as far as anybody can know.</summary>
    public static readonly IReadOnlyList<ParticipantState> Expecting =
    [
        ParticipantState.Confirmed,
        ParticipantState.Attended,
    ];

    /// <summary>Those who are out and may be put forward again.</summary>
    public static readonly IReadOnlySet<ParticipantState> Gone = new HashSet<ParticipantState>
    {
        ParticipantState.Rejected,
        ParticipantState.Declined,
        ParticipantState.Withdrawn,
        ParticipantState.Replaced,
    };

    public static bool HasSeat(this ParticipantState state) => WithSeat.Contains(state);

    public static bool IsGone(this ParticipantState state) => Gone.Contains(state);
}
