using Pionir.Application.Certificates.Commands;
using Pionir.Application.Trainings.Attendance;
using Pionir.Application.Trainings.Commands;
using Pionir.Domain.Trainings;

namespace Pionir.Infrastructure.Demo.Trainings;

/// <summary>Who takes part, who comes to class, and what they get for it.</summary>
internal sealed partial class DemoStory
{
    private async Task<IReadOnlyList<Guid>> NominateAsync(
        IReadOnlyList<Guid> people,
        DemoActor by,
        CancellationToken ct
    )
    {
        var nominated = await ActAsync(by, 35, new NominateParticipants(id, people, null), ct);
        return [.. nominated.Added.Select(one => one.ParticipantId)];
    }

    /// <summary>The coordinator answers for everybody but herself; for her the leader of the unit does.</summary>
    private async Task ApproveAsync(IEnumerable<Guid> people, CancellationToken ct)
    {
        var asked = people.ToList();
        var decided = await ActAsync(cast["pic.unit"], 33, Yes(asked), ct);
        var left = asked.Except(decided.Done.Select(one => one.ParticipantId)).ToList();
        if (left.Count > 0)
            await ActAsync(cast["pimpinan.unit"], 33, Yes(left), ct);

        static DecideParticipants Yes(IEnumerable<Guid> these) =>
            new([.. these.Select(one => new ParticipantDecision(one, true, null))]);
    }

    private async Task<IReadOnlyList<Guid>> ConfirmAllAsync(CancellationToken ct)
    {
        var people = await NominateAsync(cast.People(training.Guests, training.People, turn), Officer, ct);
        await ApproveAsync(people, ct);
        foreach (var person in people)
            await ActAsync(Officer, 21, new ConfirmParticipation(id, person, true, null), ct);
        return people;
    }

    /// <summary>More are invited than there are seats: one declines, some wait, two still think about it.</summary>
    private async Task FillAsync(CancellationToken ct)
    {
        var people = await NominateAsync(cast.People(training.Guests, training.People, turn), Officer, ct);
        await ApproveAsync(people, ct);
        await ActAsync(Officer, 14, new InviteParticipants(id, people), ct);
        var invited = people.Take(8).ToList();
        // The third guest leaves the answer open: it waits on that account's home page.
        foreach (var person in invited.Where((_, at) => at is not (2 or 7)))
            await ActAsync(Officer, 13, new ConfirmParticipation(id, person, true, null), ct);
        await ActAsync(Officer, 13, new ConfirmParticipation(id, invited[7], false, "Bentrok jadwal"), ct);
    }

    /// <summary>Candidates of the coordinator's unit; two are approved already, the others wait.</summary>
    private async Task NominateUnitAsync(CancellationToken ct)
    {
        var people = await NominateAsync(cast.OfUnit(training.People), Officer, ct);
        await ApproveAsync(people.Skip(people.Count - 2), ct);
    }

    private async Task ApplyAsync(CancellationToken ct)
    {
        foreach (var guest in training.Guests)
            await ActAsync(cast[guest], 30, new ApplyForTraining(id, "Sesuai tugas saya saat ini."), ct);
        var others = await NominateAsync(cast.People([], training.People, turn), Officer, ct);
        await ApproveAsync(others, ct);
    }

    private async Task RunAsync(IReadOnlyList<Guid> people, CancellationToken ct)
    {
        await PaperAsync(DocumentKind.AssignmentLetter, "Surat Tugas", 5, ct);
        if (training.Scheme == DeliveryScheme.Contracted)
            await PaperAsync(DocumentKind.Contract, "Kontrak", 6, ct);
        await ActAsync(Officer, 0, new StartTraining(id), ct);
        var held = sessions.Where(session => session.Ends < now).ToList();
        foreach (var session in held)
        {
            var half = session == held[^1] && training.Chapter is (DemoChapter.Running or DemoChapter.Unmarked);
            var there = half ? people.Take(people.Count / 2).ToList() : people;
            await MarkAsync(session, there, ct);
        }
        if (training.Chapter >= DemoChapter.Completed)
            await FinishAsync(people, ct);
    }

    /// <summary>The last on the list comes to no class, the one before only for a part of it.</summary>
    private Task<IReadOnlyList<MarkOutcome>> MarkAsync(
        DemoSession session,
        IReadOnlyList<Guid> people,
        CancellationToken ct
    ) =>
        stage.ActAsync(
            Officer,
            session.Ends.AddMinutes(10),
            new RecordAttendance(
                id,
                session.Id,
                [
                    .. people.Select(
                        (person, at) =>
                            new MarkRequest(
                                Guid.CreateVersion7(session.Ends),
                                person,
                                at == people.Count - 1 ? AttendanceStatus.Absent
                                    : at == people.Count - 2 && session == sessions[0] ? AttendanceStatus.Excused
                                    : AttendanceStatus.Full
                            )
                    ),
                ]
            ),
            ct
        );

    private async Task FinishAsync(IReadOnlyList<Guid> people, CancellationToken ct)
    {
        var after = -training.Days - 1;
        if (training.PostTest is not null)
        {
            var scores = people.Select((person, at) => new ScoreLine(person, 65 + (at * 37 % 34)));
            await ActAsync(Officer, after, new RecordScores(id, [.. scores]), ct);
        }
        if (training.Scheme != DeliveryScheme.SelfManaged)
            await AttachAsync(people, after, ct);
        await ActAsync(Officer, after, new CompleteTraining(id), ct);
        if (training.Chapter == DemoChapter.Completed)
            return;
        if (training.Scheme == DeliveryScheme.SelfManaged)
        {
            await ActAsync(Officer, after - 2, new IssueCertificates(id, null, null), ct);
            await stage.WorkAsync(Officer, Before(after - 2), ct);
        }
        if (training.Chapter == DemoChapter.Corrected)
            await CorrectAsync(people, after - 6, ct);
        // The newest still owes its report: it waits on its officer's home page.
        if (training.Budget is { } ceiling)
            await ActAsync(Officer, after - 14, new ReportBudget(id, ceiling * 0.94m, null), ct);
        if (training.Chapter == DemoChapter.Closed)
            await ActAsync(Officer, after - 20, new CloseTraining(id), ct);
    }

    private async Task AttachAsync(IReadOnlyList<Guid> people, int day, CancellationToken ct)
    {
        foreach (var (at, person) in people.Index())
        {
            var number = $"LPMK/{start.Year}/{at + 1:000}";
            using var content = Paper("Sertifikat Kompetensi", number);
            await ActAsync(
                Officer,
                day,
                new UploadExternalCertificate(id, person, content, "sertifikat.pdf", number),
                ct
            );
        }
        await PaperAsync(DocumentKind.ExternalCertificates, "Rekap Sertifikat Mitra", day, ct);
    }

    /// <summary>Somebody had signed for a colleague: that one does not pass after all.</summary>
    private async Task CorrectAsync(IReadOnlyList<Guid> people, int day, CancellationToken ct)
    {
        await ActAsync(Officer, day, new ReopenTraining(id, "Tanda tangan daftar hadir dipalsukan."), ct);
        foreach (var session in sessions.Take(2))
        {
            MarkRequest[] marks =
            [
                new(
                    Guid.CreateVersion7(),
                    people[^3],
                    AttendanceStatus.Absent,
                    Reason: "Tidak hadir menurut berita acara"
                ),
            ];
            await ActAsync(Officer, day, new RecordAttendance(id, session.Id, marks), ct);
        }
        await ActAsync(Officer, day - 1, new CompleteTraining(id), ct);
    }
}
