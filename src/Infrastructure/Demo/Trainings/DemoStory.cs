using System.Globalization;
using MediatR;
using Pionir.Application.Common.Printing;
using Pionir.Application.Trainings.Commands;
using Pionir.Application.Trainings.Planning;
using Pionir.Application.Trainings.Queries;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Infrastructure.Demo.Trainings;

/// <summary>Plays one training from its draft to the chapter where it stands today.</summary>
internal sealed partial class DemoStory(
    DemoStage stage,
    DemoCast cast,
    ITablePdf papers,
    DateTimeOffset now,
    DemoTraining training,
    DateOnly start,
    int turn
)
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(7);

    private readonly List<DemoSession> sessions = [];
    private Guid id;

    private DemoActor Officer => cast[training.Officer];
    private DateOnly End => start.AddDays(training.Days - 1);

    public async Task PlayAsync(CancellationToken ct)
    {
        await PlanAsync(ct);
        if (training.Chapter == DemoChapter.Draft)
            return;
        await PaperAsync(DocumentKind.Tor, "Kerangka Acuan Kerja", 56, ct);
        await ActAsync(Officer, 56, new SubmitTraining(id), ct);
        if (training.Chapter == DemoChapter.Submitted)
            return;
        if (training.Chapter == DemoChapter.Returned)
        {
            var notes = "Rincian biaya perjalanan belum ada, dan lokasi perlu dua pembanding.";
            await ActAsync(cast["kepala"], 54, new ReturnTraining(id, notes), ct);
            return;
        }
        await ActAsync(cast["kepala"], 54, new ApproveTraining(id, "Disetujui.", null), ct);
        if (training.Chapter == DemoChapter.Approved)
            return;
        await ActAsync(Officer, 50, new OpenTraining(id), ct);
        switch (training.Chapter)
        {
            case DemoChapter.Applying:
                await ApplyAsync(ct);
                break;
            case DemoChapter.Nominating:
                await NominateUnitAsync(ct);
                break;
            case DemoChapter.Filling:
                await FillAsync(ct);
                break;
            case DemoChapter.Cancelled:
                await ConfirmAllAsync(ct);
                await ActAsync(Officer, 8, new CancelTraining(id, "Narasumber utama berhalangan."), ct);
                break;
            default:
                var people = await ConfirmAllAsync(ct);
                if (training.Chapter != DemoChapter.Confirmed)
                    await RunAsync(people, ct);
                break;
        }
    }

    private async Task PlanAsync(CancellationToken ct)
    {
        var plan = new TrainingFields
        {
            Title = training.Title,
            Year = start.Year,
            Form = training.Form,
            Scheme = training.Scheme,
            Start = start,
            End = End,
            Quota = training.Chapter == DemoChapter.Filling ? 8 : Math.Max(15, training.People),
            ReservePlaces = 6,
            City = training.City,
            Country = training.City is null ? null : "ID",
            Venue = training.Venue,
            OnlineLink = training.OnlineLink,
            Partner = training.Partner,
            TargetAudience = training.Audience,
            BudgetCeiling = training.Budget,
            BudgetSource = training.Budget is null ? null : "DIPA Pusat",
            Colour = training.Colour,
            AllowsSelfApplication = training.Chapter == DemoChapter.Applying,
        };
        id = (await ActAsync(Officer, 60, new CreateTraining(Officer.UnitId.Value, plan), ct)).Id;
        for (var day = 0; day < training.Days; day++)
        {
            if (start.AddDays(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                continue;
            var subject = training.Subjects[day % training.Subjects.Count];
            var morning = training.Week < -1 ? 14 : 12;
            await AddSessionAsync(start.AddDays(day), 8, morning, subject, ct);
            // What is long past is told in fewer words: the demo has to start in seconds.
            if (morning == 12)
                await AddSessionAsync(start.AddDays(day), 13, 15, subject, ct);
        }
        if (training.PostTest is { } score)
        {
            var seen = await ActAsync(Officer, 59, new GetTraining(id), ct);
            await ActAsync(Officer, 59, new UpdateCompletionRule(id, 80, score, false, seen.Version), ct);
        }
    }

    private async Task AddSessionAsync(DateOnly date, int from, int to, string subject, CancellationToken ct)
    {
        var fields = new SessionFields
        {
            Date = date,
            Start = new TimeOnly(from, 0),
            End = new TimeOnly(to, 0),
            Mode = training.OnlineLink is null ? SessionMode.Klasikal : SessionMode.ELearning,
            Subject = subject,
            Room = training.Venue,
            Instructors = [new InstructorFields(null, "Dr. Retno Widyastuti, M.Si.", "Akademi Aparatur")],
        };
        var added = await ActAsync(Officer, 60, new AddSession(id, fields), ct);
        sessions.Add(new DemoSession(added.Id, new DateTimeOffset(date, new TimeOnly(to, 0), Zone)));
    }

    private async Task PaperAsync(DocumentKind kind, string title, int daysBefore, CancellationToken ct)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{turn + 1}/{kind}/{start.Year}");
        using var content = Paper(title, number);
        var upload = new UploadDocument(id, kind, number, $"{kind}.pdf".ToLowerInvariant(), content);
        await ActAsync(Officer, daysBefore, upload, ct);
    }

    private MemoryStream Paper(string title, string number)
    {
        var content = new MemoryStream();
        papers.Write(
            content,
            new TableDocument
            {
                Title = title,
                Heading = [title, training.Title],
                Facts = [new TableFact("Nomor", number), new TableFact("Mulai", $"{start:dd-MM-yyyy}")],
                Columns = [new TableColumn("No.", 1), new TableColumn("Mata pelatihan", 8)],
                Rows = training.Subjects.Select((subject, at) => (string[])[$"{at + 1}", subject]),
            }
        );
        content.Position = 0;
        return content;
    }

    /// <summary>At nine in the morning, so many days before the training begins; negative is after it began.</summary>
    private Task<T> ActAsync<T>(DemoActor actor, int daysBefore, IRequest<Result<T>> request, CancellationToken ct) =>
        stage.ActAsync(actor, Before(daysBefore), request, ct);

    private Task<bool> ActAsync(DemoActor actor, int daysBefore, IRequest<Result> request, CancellationToken ct) =>
        stage.ActAsync(actor, Before(daysBefore), request, ct);

    /// <summary>A training far ahead was planned lately all the same: its last act so far was yesterday.</summary>
    private DateTimeOffset Before(int days)
    {
        int? lastAct = training.Chapter switch
        {
            DemoChapter.Draft => 59,
            DemoChapter.Submitted => 56,
            DemoChapter.Returned or DemoChapter.Approved => 54,
            DemoChapter.Applying => 30,
            DemoChapter.Nominating => 33,
            DemoChapter.Filling => 13,
            DemoChapter.Confirmed => 21,
            _ => null,
        };
        var lately = DateOnly.FromDateTime(now.ToOffset(Zone).Date).AddDays(lastAct - 1 ?? 0);
        var anchor = lastAct is not null && lately < start ? lately : start;
        return new DateTimeOffset(anchor.AddDays(-days), new TimeOnly(9, 0), Zone);
    }

    private sealed record DemoSession(Guid Id, DateTimeOffset Ends);
}
