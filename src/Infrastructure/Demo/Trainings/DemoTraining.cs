using Pionir.Domain.Trainings;

namespace Pionir.Infrastructure.Demo.Trainings;

/// <summary>How far the story of a training has come by today.</summary>
internal enum DemoChapter
{
    Draft,
    Submitted,
    Returned,
    Approved,

    /// <summary>Open, with applications that wait for the unit.</summary>
    Applying,

    /// <summary>Open, with candidates of one unit who wait for its coordinator and the supervisor.</summary>
    Nominating,

    /// <summary>Open and full: confirmed, asked, declined and waiting people.</summary>
    Filling,

    /// <summary>Open, everybody confirmed.</summary>
    Confirmed,
    Cancelled,

    /// <summary>Attendance is taken up to today, the last session only half.</summary>
    Running,

    /// <summary>Over, but marks of the last session are missing.</summary>
    Unmarked,

    /// <summary>Completed; certificates are still to be issued.</summary>
    Completed,

    /// <summary>Certificates issued.</summary>
    Certified,

    /// <summary>Opened again after certificates were issued: one participant does not pass after all.</summary>
    Corrected,
    Closed,
}

/// <param name="Week">Weeks from this one; no two trainings share a week, so nobody is in two places.</param>
/// <param name="Days">Days of the calendar; classes are on weekdays.</param>
internal sealed record DemoTraining(DemoChapter Chapter, int Week, int Days, int People, string Title)
{
    public DeliveryScheme Scheme { get; init; } = DeliveryScheme.SelfManaged;
    public string Form { get; init; } = "pelatihan-klasikal-lainnya";
    public string Officer { get; init; } = "pic1";
    public TrainingColour Colour { get; init; } = TrainingColour.Navy;
    public string? City { get; init; } = "Jakarta";
    public string? Venue { get; init; } = "Ruang Belajar 1";
    public string? OnlineLink { get; init; }
    public string? Partner { get; init; }
    public string? Audience { get; init; }
    public decimal? Budget { get; init; }
    public decimal? PostTest { get; init; }

    /// <summary>Demo accounts that take part.</summary>
    public IReadOnlyList<string> Guests { get; init; } = [];
    public required IReadOnlyList<string> Subjects { get; init; }
}
