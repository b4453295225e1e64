namespace Pionir.Domain.Trainings;

/// <summary>Where a training stands in its life.</summary>
public enum TrainingState
{
    Draft,
    Submitted,

    /// <summary>Sent back by the head of the centre with notes; edited and submitted again like a draft.</summary>
    Returned,
    Approved,

    /// <summary>Takes participants.</summary>
    Open,
    Running,

    /// <summary>Results stand and JP are posted.</summary>
    Completed,
    Closed,
    Cancelled,
}

public static class TrainingStates
{
    /// <summary>Approved, and its results do not stand yet: what people plan with.</summary>
    public static readonly IReadOnlyList<TrainingState> Ahead =
    [
        TrainingState.Approved,
        TrainingState.Open,
        TrainingState.Running,
    ];

    /// <summary>All whose results may still come, approved or not.</summary>
    public static readonly IReadOnlyList<TrainingState> Unfinished =
    [
        TrainingState.Draft,
        TrainingState.Submitted,
        TrainingState.Returned,
        .. Ahead,
    ];

    /// <summary>Those in which everybody sees a training.</summary>
    public static readonly IReadOnlyList<TrainingState> Published =
    [
        TrainingState.Open,
        TrainingState.Running,
        TrainingState.Completed,
        TrainingState.Closed,
    ];

    /// <inheritdoc cref="Training.AcceptsParticipants"/>
    public static bool AcceptsParticipants(this TrainingState state) =>
        state is TrainingState.Open or TrainingState.Running;

    /// <inheritdoc cref="Training.IsPublished"/>
    public static bool IsPublished(this TrainingState state) => Published.Contains(state);
}

/// <summary>What moves a training from one state to the next.</summary>
public enum TrainingMove
{
    Submit,
    Return,
    Approve,
    Open,
    Start,
    Complete,
    Reopen,
    Close,
    Cancel,
}

/// <summary>Swakelola, kontraktual, penyertaan.</summary>
public enum DeliveryScheme
{
    /// <summary>Run by the centre itself.</summary>
    SelfManaged,

    /// <summary>Run by a hired vendor.</summary>
    Contracted,

    /// <summary>People are sent to someone else's training.</summary>
    SentOut,
}

/// <summary>The two legal clusters of development forms.</summary>
public enum Cluster
{
    Klasikal,
    Nonklasikal,
}

/// <summary>How a session is held.</summary>
public enum SessionMode
{
    Klasikal,
    Blended,
    Hybrid,
    ELearning,
}

/// <summary>Colours of the calendar: a named palette, so that contrast holds in light and dark.</summary>
public enum TrainingColour
{
    Navy,
    Blue,
    Teal,
    Green,
    Amber,
    Orange,
    Red,
    Purple,
    Grey,
}

public enum DocumentKind
{
    /// <summary>Kerangka acuan kerja (KAK/TOR).</summary>
    Tor,
    Memo,
    OfferLetter,

    /// <summary>Surat perintah or surat tugas (sprint).</summary>
    AssignmentLetter,
    Invitation,
    ParticipantConfirmation,

    /// <summary>Daftar hadir.</summary>
    AttendanceList,
    EvaluationReport,
    Contract,
    ExternalCertificates,

    /// <summary>Berita acara.</summary>
    Minutes,
    Flyer,
    Curriculum,
    Other,
}
